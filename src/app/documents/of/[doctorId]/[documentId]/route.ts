import { documentOfDoctorRef } from "@/features/verification/schema";
import { api } from "@/trpc/server";
import { documentResponse, missing } from "../../../document-response";

type Params = { params: Promise<{ doctorId: string; documentId: string }> };

/** A doctor's document, for who checks it; for everyone else there is none. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ref = documentOfDoctorRef.safeParse(await params);
  if (!ref.success) return missing();
  return documentResponse(async () => (await api()).verification.document(ref.data));
}
