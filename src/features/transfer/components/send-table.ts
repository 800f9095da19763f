import { isRefusal, RefusalError, refuse } from "@/lib/refusal";
import { type Encoding, importPath, type Kind, type Separator, transferHeaders } from "../kinds";
import type { ImportLine } from "../verdicts";

export type Sent = {
  kind: Kind;
  file: File;
  /** Null: for the server to find out. */
  separator: Separator | null;
  encoding: Encoding | null;
  /** To write what a check with this digest said. */
  digest?: string;
  acceptsLikely?: boolean;
};

type Hearing = {
  /** How much of the file has left, from 0 to 1. */
  onSent: (part: number) => void;
  onLine: (line: ImportLine) => void;
};

/**
 * Sends a table and hears what the server says, line by line. Throws the refusal. Only XMLHttpRequest
 * tells both how far a body has come and what is answered meanwhile.
 */
export function sendTable(sent: Sent, { onSent, onLine }: Hearing): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (refusal: unknown) =>
      reject(new RefusalError(isRefusal(refusal) ? refusal : refuse("UNEXPECTED")));
    let heard = 0;
    let last: ImportLine | null = null;
    function hear() {
      const end = request.responseText.lastIndexOf("\n");
      if (request.status !== 200 || end < heard) return;
      const lines = request.responseText.slice(heard, end).split("\n").filter(Boolean);
      heard = end + 1;
      for (const line of lines) {
        last = JSON.parse(line) as ImportLine;
        onLine(last);
      }
    }
    request.open("POST", importPath);
    for (const [name, value] of Object.entries(headersOf(sent)))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onprogress = hear;
    request.onload = () => {
      if (request.status !== 200) return fail(refusalIn(request.responseText));
      hear();
      if (last?.type === "refused") fail(last.refusal);
      else if (last?.type === "done") resolve();
      else fail(refuse("TRY_AGAIN"));
    };
    request.onerror = () => fail(refuse("TRY_AGAIN"));
    request.send(sent.file);
  });
}

function headersOf({ kind, file, separator, encoding, digest, acceptsLikely }: Sent) {
  return {
    "content-type": "application/octet-stream",
    [transferHeaders.kind]: kind,
    [transferHeaders.name]: encodeName(file.name),
    ...(separator && { [transferHeaders.separator]: separator }),
    ...(encoding && { [transferHeaders.encoding]: encoding }),
    ...(digest && { [transferHeaders.digest]: digest }),
    ...(acceptsLikely && { [transferHeaders.likely]: "accepted" }),
  };
}

/** In percent signs, without what no such sign stands for; its end where it is too long for a header. */
function encodeName(name: string): string {
  const letters = Array.from(name.replace(/\p{Cs}/gu, ""));
  return encodeURIComponent(letters.slice(-200).join(""));
}

function refusalIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { refusal?: unknown }).refusal;
  } catch {
    return null;
  }
}
