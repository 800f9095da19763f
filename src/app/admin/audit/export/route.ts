import { requireRight } from "@/features/accounts/require";
import { auditHref } from "@/features/audit/audit-url";
import { readAuditQuery } from "@/features/audit/read-query";
import { isCrossSite } from "@/server/cross-site";
import { withinLimits } from "@/server/within-limits";
import { api } from "@/trpc/server";

/** The filtered log as a file, written as it is read; an ordinary form posts here. */
export async function POST(request: Request): Promise<Response> {
  if (isCrossSite(request)) return new Response(null, { status: 403 });
  return withinLimits({ calls: 1, writes: 1 }, () => exported(request));
}

async function exported(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  await requireRight("audit.export", auditHref());
  const { filter } = readAuditQuery(query);
  if (!filter) return new Response(null, { status: 400 });
  const { fileName, lines } = await (await api()).audit.export({ filter });
  return new Response(streamOf(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** Reads on only as fast as it is fetched, and stops where nobody fetches any more. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
