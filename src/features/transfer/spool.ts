import { createHash } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RefusalError, refuse } from "@/lib/refusal";
import { mostBytes, mostMegabytes } from "./kinds";

/** A file that has come in whole, on this machine's disk for as long as it is worked on. */
export type Spool = {
  path: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
  /** Whether every byte of it makes sense as UTF-8. */
  isUtf8: boolean;
};

/**
 * Keeps a file aside while `work` reads it, as often as it likes, and removes it then. Refuses
 * FILE_TOO_LARGE before more than the most is kept.
 */
export async function spooled<T>(
  body: ReadableStream<Uint8Array>,
  work: (spool: Spool) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "medico24-import-"));
  try {
    return await work(await keep(body, join(folder, "table")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(body: ReadableStream<Uint8Array>, path: string): Promise<Spool> {
  const hash = createHash("sha256");
  const isUtf8 = utf8Check();
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > mostBytes)
        throw new RefusalError(refuse("FILE_TOO_LARGE", { params: { megabytes: mostMegabytes } }));
      hash.update(chunk);
      isUtf8.see(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  return { path, size, sha256: hash.digest("hex"), isUtf8: isUtf8.end() };
}

function utf8Check() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFine = true;
  const decode = (chunk?: Uint8Array) => {
    try {
      if (isFine) decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      isFine = false;
    }
  };
  return {
    see: (chunk: Uint8Array) => decode(chunk),
    end: () => {
      decode();
      return isFine;
    },
  };
}
