import { env } from "@/env.mjs";
import { slugsPageSize } from "@/features/pharmacies/schema";
import { sitemapXml } from "@/lib/sitemap-xml";
import { api } from "@/trpc/server";

// Pharmacies come and go: made when asked for, never at build time.
export const dynamic = "force-dynamic";

/** The files that name all pages of pharmacies. */
export async function GET(): Promise<Response> {
  const count = await (await api()).pharmacies.count();
  const files = Array.from({ length: Math.ceil(count / slugsPageSize) }, (_, page) => ({
    url: new URL(`/pharmacies/sitemap/${page}`, env().NEXTAUTH_URL).href,
  }));
  return new Response(sitemapXml("sitemapindex", files), {
    headers: { "content-type": "application/xml" },
  });
}
