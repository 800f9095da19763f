import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { decodeHeader } from "@/features/applications/documents";
import { transferHeaders } from "@/features/transfer/kinds";
import type { Tell } from "@/features/transfer/verdicts";
import { type Refusal, refuse } from "@/lib/refusal";
import { isCrossSite } from "@/server/cross-site";
import { refusalOf } from "@/server/trpc";
import { api } from "@/trpc/server";
import { lineStream } from "./line-stream";

/**
 * Takes in a table: the body is the file as it is. Without a digest it is checked; with that of the
 * check it is written. Answers line by line while it works, so that the page can say how far it is.
 */
export async function POST(request: Request): Promise<Response> {
  if (isCrossSite(request)) return refused(refuse("CROSS_SITE"), 403);
  const { lines, tell, end } = lineStream(request.signal);
  let begin: (nothing: null) => void = () => undefined;
  const hasBegun = new Promise<null>((resolve) => {
    begin = resolve;
  });
  // Refused before it has begun, it is an answer like any other; later there is only a last line.
  const working = work(request, (line) => {
    begin(null);
    return tell(line);
  }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const early = await Promise.race([hasBegun, working]);
  if (early) return refused(refusalOf(early.error), statusOf(early.error));
  void working
    .then(async (failed) => {
      if (failed) await tell({ type: "refused", refusal: refusalOf(failed.error) });
      end();
    })
    // Who asked has gone.
    .catch(() => undefined);
  return new Response(lines, {
    headers: {
      "content-type": "application/x-ndjson",
      "cache-control": "private, no-store, no-transform",
    },
  });
}

async function work({ headers, body }: Request, tell: Tell): Promise<void> {
  const said = (name: keyof typeof transferHeaders) => headers.get(transferHeaders[name]);
  const file = {
    // What is no such word is refused where it is parsed.
    kind: said("kind") as "doctors",
    name: decodeHeader(said("name")),
    separator: said("separator") as "comma" | null,
    encoding: said("encoding") as "utf-8" | null,
    // A browser always says how much it sends; who does not is not read.
    size: Number(headers.get("content-length") ?? Number.NaN),
    body: body ?? new Blob().stream(),
    tell,
  };
  const { transfer } = await api();
  const digest = said("digest");
  if (digest === null) await transfer.check(file);
  else await transfer.write({ ...file, digest, acceptsLikely: said("likely") === "accepted" });
}

function statusOf(error: unknown): number {
  return error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
}

function refused(refusal: Refusal, status: number): Response {
  return Response.json({ refusal }, { status, headers: { "cache-control": "private, no-store" } });
}
