import { type DocumentType, dispositionOf } from "@/features/applications/documents";

type Found = {
  name: string;
  type: DocumentType;
  size: number;
  read: () => Promise<ReadableStream<Uint8Array> | null>;
};

/**
 * Answers with a document, under headers by which nothing in it can run wherever it is opened; where
 * there is none, or none for who asks, in one and the same way.
 */
export async function documentResponse(find: () => Promise<Found>): Promise<Response> {
  try {
    const document = await find();
    const stream = await document.read();
    if (!stream) return missing();
    return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>, {
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

export const missing = () =>
  new Response(null, { status: 404, headers: { "cache-control": "private, no-store" } });
