import { getTranslations } from "next-intl/server";
import { figureCsv } from "@/features/figures/csv";
import { figureRef } from "@/features/figures/schema";
import { api } from "@/trpc/server";

type Params = { params: Promise<{ figure: string }> };

/** One figure as CSV, for who may read figures; for anyone else there is none. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const days = new URL(request.url).searchParams.get("days") ?? undefined;
  const ref = figureRef.safeParse({ figure: (await params).figure, days });
  if (!ref.success) return missing();
  try {
    const { figure, days } = ref.data;
    const read = await (await api()).figures.read({ days });
    return new Response(figureCsv(figure, read, await getTranslations("figures")), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="medico24-${figure}-${days}-days.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch {
    return missing();
  }
}

const missing = () =>
  new Response(null, { status: 404, headers: { "cache-control": "private, no-store" } });
