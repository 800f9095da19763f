import { fileTypeFromBuffer } from "file-type";
import { type DocumentType, documentTypes } from "./documents";

/** So much of a file's beginning says what it is; browsers look at less. */
export const headBytes = 4100;
/** So much of its end is looked at: an archive's directory is within. */
export const tailBytes = 66_000;

const isOurs = (type: string): type is DocumentType => Object.hasOwn(documentTypes, type);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

// What a browser or an interpreter would take for a page or a program.
const markup = /<(!doctype|html|head|body|script|svg|iframe|\?php|%@)/i;

/**
 * What a file is, by its beginning alone and never by its name; null for anything we do not keep,
 * and for what would pass for something else, too.
 */
export async function typeOfContent(head: Uint8Array): Promise<DocumentType | null> {
  const found = await fileTypeFromBuffer(head);
  if (!found || !isOurs(found.mime)) return null;
  const text = latin1(head);
  if (markup.test(text)) return null;
  // Readers of PDF take a header anywhere in the first kilobyte for the beginning.
  if (found.mime === "application/pdf") return text.startsWith("%PDF-") ? found.mime : null;
  return text.includes("%PDF-") ? null : found.mime;
}

/** Whether a file of the given beginning, end and length ends as its kind does, with nothing behind. */
export function endsAsItShould(
  type: DocumentType,
  head: Uint8Array,
  tail: Uint8Array,
  size: number,
): boolean {
  const end = latin1(tail);
  // The directory of an archive (a program for some machines, too) hangs on the end of anything.
  if (end.includes("PK\x05\x06")) return false;
  switch (type) {
    case "application/pdf":
      return end.slice(-1024).includes("%%EOF");
    case "image/png":
      return end.endsWith("IEND\xAE\x42\x60\x82");
    case "image/webp": {
      const said = Buffer.from(head).readUInt32LE(4) + 8;
      return size === said || size === said + 1;
    }
    // Cameras write previews and depth maps behind the picture.
    case "image/jpeg":
      return end.includes("\xFF\xD9");
  }
}
