import { env } from "@/env.mjs";
import { slugsInput } from "@/features/pharmacies/schema";
import { sitemapXml } from "@/lib/sitemap-xml";
import { api } from "@/trpc/server";

type Context = { params: Promise<{ page: string }> };

/** One file of pages of pharmacies. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const asked = slugsInput.safeParse(await params);
  const found = asked.success ? await (await api()).pharmacies.slugs(asked.data) : [];
  if (found.length === 0) return new Response(null, { status: 404 });
  const pages = found.map(({ slug, updatedAt }) => ({
    url: new URL(`/pharmacies/${slug}`, env().NEXTAUTH_URL).href,
    changed: updatedAt,
  }));
  return new Response(sitemapXml("urlset", pages), {
    headers: { "content-type": "application/xml" },
  });
}
