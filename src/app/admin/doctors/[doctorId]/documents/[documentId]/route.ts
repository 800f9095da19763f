import { dispositionOf } from "@/features/applications/documents";
import { documentOfDoctorRef } from "@/features/verification/schema";
import { api } from "@/trpc/server";

type Params = { params: Promise<{ doctorId: string; documentId: string }> };

/** A doctor's document, for who checks it alone; for everyone else there is none. Nothing in it can run. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const ref = documentOfDoctorRef.safeParse(await params);
  if (!ref.success) return missing();
  try {
    const document = await (await api()).verification.document(ref.data);
    const stream = await document.read();
    if (!stream) return missing();
    return new Response(stream, {
      headers: {
        "content-type": document.type,
        "content-length": String(document.size),
        "content-disposition": dispositionOf(document),
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  } catch {
    return missing();
  }
}

const missing = () =>
  new Response(null, { status: 404, headers: { "cache-control": "private, no-store" } });
