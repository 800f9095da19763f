import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { isCrossSite } from "@/server/cross-site";
import { withinLimits } from "@/server/within-limits";
import { api } from "@/trpc/server";

type Props = { params: Promise<{ kind: string }> };

/** All doctors, clinics or pharmacies as a file that streams. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  if (isCrossSite(request)) return new Response(null, { status: 403 });
  return withinLimits({ calls: 1, writes: 1 }, async () => exported((await params).kind));
}

async function exported(asked: string): Promise<Response> {
  try {
    // What is no such word is refused where it is parsed.
    const kind = asked as "doctors";
    const rows = await (await api()).transfer.export({ kind });
    return new Response(streamOf(rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="medico24-${kind}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    return new Response(null, { status });
  }
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const letters = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(letters.encode(value));
    },
    cancel: () => void texts.return(undefined),
  });
}
