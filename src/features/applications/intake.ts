import { createHash, type Hash } from "node:crypto";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Bytes } from "@/server/ports/storage";
import { endsAsItShould, headBytes, tailBytes, typeOfContent } from "./content";
import type { DocumentType } from "./documents";

export type Intake = {
  type: DocumentType;
  bytes: Bytes;
  /** After the last byte: its fingerprint, in hexadecimal. */
  sha256: () => string;
};

/**
 * Looks at a file as it streams through, never holding more than its two ends. Throws
 * FILE_NOT_ACCEPTED for its beginning at once; for its end, or a length other than said, when the
 * bytes are read.
 */
export async function takeIn(body: ReadableStream<Uint8Array>, size: number): Promise<Intake> {
  const reader = body.getReader();
  const { head, isDone } = await readHead(reader);
  const type = await typeOfContent(head.subarray(0, headBytes));
  if (!type) {
    await reader.cancel().catch(() => undefined);
    throw new RefusalError(refuse("FILE_NOT_ACCEPTED"));
  }
  const hash = createHash("sha256");
  const bytes = inspected(rest(reader, head, isDone), { type, size, head, hash });
  return { type, bytes, sha256: () => hash.digest("hex") };
}

type Said = { type: DocumentType; size: number; head: Uint8Array; hash: Hash };

async function* inspected(bytes: Bytes, { type, size, head, hash }: Said): Bytes {
  let length = 0;
  let tail: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > size) throw new RefusalError(refuse("FILE_NOT_ACCEPTED"));
    hash.update(chunk);
    tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
    yield chunk;
  }
  if (length !== size || !endsAsItShould(type, head, tail, length))
    throw new RefusalError(refuse("FILE_NOT_ACCEPTED"));
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readHead(reader: Reader): Promise<{ head: Buffer; isDone: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const { value, done } = await reader.read();
    if (done) return { head: Buffer.concat(chunks), isDone: true };
    chunks.push(value);
    length += value.length;
  }
  return { head: Buffer.concat(chunks), isDone: false };
}

async function* rest(reader: Reader, head: Uint8Array, isDone: boolean): Bytes {
  try {
    yield head;
    while (!isDone) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
