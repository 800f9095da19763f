import { z } from "zod";
import { type Refusal, refuse } from "@/lib/refusal";

export const documentKinds = ["licence", "diploma", "identity", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What we keep; decided by a file's content, never by its name. */
export const documentTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
} as const;
export type DocumentType = keyof typeof documentTypes;

export const mostDocuments = 12;
export const mostMegabytes = 10;
export const mostBytes = mostMegabytes * 1024 * 1024;

/** Says no to a size before a byte of the file is read. */
export function refuseSize(size: number): Refusal | null {
  if (size > mostBytes) return refuse("FILE_TOO_LARGE", { params: { megabytes: mostMegabytes } });
  return size === 0 ? refuse("FILE_NOT_ACCEPTED") : null;
}

/** One entry of `doctors.verification_documents`. */
export const listedDocument = z.object({
  id: z.guid(),
  /** Where the file is in the store. */
  key: z.string(),
  kind: z.enum(documentKinds),
  name: z.string(),
  type: z.enum(Object.keys(documentTypes) as [DocumentType, ...DocumentType[]]),
  size: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
});
export type ListedDocument = z.infer<typeof listedDocument>;

/** What its owner sees of it. */
export function shown({ key: _, sha256: __, ...document }: ListedDocument) {
  return document;
}

const longestName = 120;

/**
 * A name that is safe in a header, in a page and in a folder, and whose end says what the file is:
 * "../../licence.exe" of a PDF is "licence.pdf". What would not show or turns text around is left out.
 */
export function safeFileName(given: string, type: DocumentType): string {
  const end = documentTypes[type];
  const base = given
    .normalize("NFC")
    .replace(/^.*[/\\]/su, "")
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>:|?*;%]/gu, "")
    .replace(/\.[a-z0-9]{1,8}$/iu, "")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  return `${Array.from(base).slice(0, longestName).join("") || "document"}.${end}`;
}

/** The header that names a file for whoever keeps it (RFC 6266); images may be looked at in place. */
export function dispositionOf({ name, type }: Pick<ListedDocument, "name" | "type">): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const how = type === "application/pdf" ? "attachment" : "inline";
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Where a file on its way in says what it is; the name in percent signs, for headers are Latin. */
export const documentHeaders = { kind: "x-document-kind", name: "x-document-name" } as const;

/** A name for such a header, cut where it is too long for one. */
export function encodeHeader(name: string): string {
  return encodeURIComponent(
    Array.from(name.replace(/\p{Cs}/gu, ""))
      .slice(-200)
      .join(""),
  );
}

export function decodeHeader(value: string | null): string {
  try {
    return decodeURIComponent(value ?? "");
  } catch {
    return "";
  }
}
