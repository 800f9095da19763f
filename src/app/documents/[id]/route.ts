import { documentRef } from "@/features/applications/schema";
import { api } from "@/trpc/server";
import { documentResponse, missing } from "../document-response";

type Params = { params: Promise<{ id: string }> };

/** A document, for whose it is alone; for everyone else there is none. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ref = documentRef.safeParse({ documentId: (await params).id });
  if (!ref.success) return missing();
  return documentResponse(async () => (await api()).applications.document(ref.data));
}
