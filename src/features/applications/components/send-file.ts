import { isRefusal, RefusalError, refuse } from "@/lib/refusal";
import { type DocumentKind, documentHeaders, encodeHeader } from "../documents";
import type { ShownDocument } from "../queries/show-application";

type Answer = { document?: Omit<ShownDocument, "isRelied">; refusal?: unknown };

/**
 * Sends one file; `onProgress` hears how much of it has left, from 0 to 1. Throws the refusal. Only
 * XMLHttpRequest tells how far a body has come.
 */
export function sendFile(
  file: File,
  kind: DocumentKind,
  onProgress: (part: number) => void,
): Promise<ShownDocument> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/documents");
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader(documentHeaders.kind, kind);
    request.setRequestHeader(documentHeaders.name, encodeHeader(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { document, refusal } = (request.response ?? {}) as Answer;
      if (document) resolve({ ...document, isRelied: false });
      else reject(new RefusalError(isRefusal(refusal) ? refusal : refuse("UNEXPECTED")));
    };
    request.onerror = () => reject(new RefusalError(refuse("TRY_AGAIN")));
    request.send(file);
  });
}
