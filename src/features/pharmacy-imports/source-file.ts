import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportRefused } from "./import-refused";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A file on this machine that has been looked through once. */
export type SourceFile = {
  path: string;
  name: string;
  /** Bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
  encoding: Encoding;
  /** Whether the bytes make no sense as UTF-8, so that the encoding is only likely. */
  isGuessed: boolean;
};

const headBytes = 64 * 1024;
const bytesAtOnce = 256 * 1024;

/**
 * Looks a file through from end to end. Refuses what is no file, is empty, a spreadsheet's own or no
 * text; GeoJSON is UTF-8 by its standard, so any other is refused as such.
 */
export async function openSource(path: string, format: "csv" | "geojson"): Promise<SourceFile> {
  const about = await stat(path).catch(() => null);
  if (!about) throw new ImportRefused(`There is no file ${path}.`);
  if (!about.isFile()) throw new ImportRefused(`${path} is not a file.`);
  if (about.size === 0) throw new ImportRefused("The file is empty.");
  const marked = markedEncoding(await readHead(path));
  const { sha256, badByte } = await lookThrough(path);
  if (format === "geojson" && (marked === "utf-16le" || marked === "utf-16be" || badByte !== null))
    throw new ImportRefused(
      `GeoJSON is written in UTF-8; this file is not${badByte === null ? "" : ` (from about byte ${badByte})`}.`,
    );
  const isUtf8 = badByte === null;
  return {
    path,
    name: basename(path).slice(-255),
    size: about.size,
    sha256,
    encoding: marked ?? (isUtf8 ? "utf-8" : "windows-1252"),
    isGuessed: !marked && !isUtf8,
  };
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

function markedEncoding(head: Uint8Array): Encoding | null {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportRefused("This is a spreadsheet or an archive. Save it as CSV first.");
  if (starts(0xef, 0xbb, 0xbf)) return "utf-8";
  if (starts(0xff, 0xfe)) return "utf-16le";
  if (starts(0xfe, 0xff)) return "utf-16be";
  if (head.includes(0)) throw new ImportRefused("This is no text file: it contains zero bytes.");
  return null;
}

async function lookThrough(path: string): Promise<{ sha256: string; badByte: number | null }> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [read, badByte] = [0, null as number | null];
  const decode = (chunk?: Buffer) => {
    if (badByte !== null) return;
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      badByte = read;
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: bytesAtOnce })) {
    hash.update(chunk as Buffer);
    decode(chunk as Buffer);
    read += (chunk as Buffer).length;
  }
  decode();
  return { sha256: hash.digest("hex"), badByte };
}

/**
 * The text of a file, a piece at a time; `onBytes` hears how much has been read. Refuses at its end a
 * file that has become another one meanwhile.
 */
export async function* textOf(
  { path, encoding, sha256 }: SourceFile,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: headBytes })) {
    bytes += (chunk as Buffer).length;
    hash.update(chunk as Buffer);
    onBytes(bytes);
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text !== "") yield text;
  }
  const last = decoder.decode();
  if (last !== "") yield last;
  if (hash.digest("hex") !== sha256)
    throw new ImportRefused("The file has changed while it was read. Run it again.");
}
