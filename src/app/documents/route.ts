import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { decodeHeader, documentHeaders } from "@/features/applications/documents";
import { type Refusal, refuse } from "@/lib/refusal";
import { isCrossSite } from "@/server/cross-site";
import { refusalOf } from "@/server/trpc";
import { withinLimits } from "@/server/within-limits";
import { api } from "@/trpc/server";

/**
 * Takes in one document: the body is the file as it is, so that it streams and a browser can say how
 * far it has come. Everything else goes the way of any procedure.
 */
export async function POST(request: Request): Promise<Response> {
  if (isCrossSite(request)) return refused(refuse("CROSS_SITE"), 403);
  return withinLimits({ calls: 1, writes: 1 }, () => takeIn(request));
}

async function takeIn(request: Request): Promise<Response> {
  // A browser always says how much it sends; who does not is not read.
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  const { body, headers } = request;
  try {
    const { applications } = await api();
    const document = await applications.addDocument({
      kind: headers.get(documentHeaders.kind) as "other",
      name: decodeHeader(headers.get(documentHeaders.name)),
      size,
      body: body ?? new Blob().stream(),
    });
    return Response.json(
      { document },
      { status: 201, headers: { "cache-control": "private, no-store" } },
    );
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    return refused(refusalOf(error), status);
  }
}

function refused(refusal: Refusal, status: number): Response {
  return Response.json({ refusal }, { status, headers: { "cache-control": "private, no-store" } });
}
