import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Encoding } from "./kinds";
import type { Spool } from "./spool";
import { unreadable } from "./unreadable";

export type Decoding = { encoding: Encoding; isGuessed: boolean };

const headBytes = 64 * 1024;
const startsWith = (head: Uint8Array, ...bytes: number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/**
 * How the bytes of a file are letters: by its first ones, else UTF-8 where all of it makes sense as
 * that, else Windows-1252, in which everything does; or as the person says. Refuses CSV_NOT_READABLE for nothing, for a
 * spreadsheet's own file and for what is no text.
 */
export async function sniff(spool: Spool, said: Encoding | null): Promise<Decoding> {
  if (spool.size === 0) throw unreadable("empty");
  const head = await readHead(spool.path);
  // XLSX and ODS are archives; XLS is older.
  if (startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable("spreadsheet");
  if (said) return { encoding: said, isGuessed: false };
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: "utf-8", isGuessed: false };
  if (startsWith(head, 0xff, 0xfe)) return { encoding: "utf-16le", isGuessed: false };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: "utf-16be", isGuessed: false };
  // Text has no NUL; one in a cell is that cell's trouble, many are another kind of file.
  const nuls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (nuls > head.length / 50) throw unreadable("binary");
  return spool.isUtf8
    ? { encoding: "utf-8", isGuessed: false }
    : { encoding: "windows-1252", isGuessed: true };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The text of a file, a piece at a time; `onBytes` hears how much of it has been read. */
export async function* decoded(
  { path }: Spool,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: headBytes })) {
    bytes += (chunk as Buffer).length;
    onBytes(bytes);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}
