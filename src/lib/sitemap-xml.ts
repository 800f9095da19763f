type Entry = { url: string; changed?: Date | null };

const kinds = { urlset: "url", sitemapindex: "sitemap" } as const;

/** A file for search engines: pages ("urlset") or further files ("sitemapindex"). */
export function sitemapXml(kind: keyof typeof kinds, entries: readonly Entry[]): string {
  const tag = kinds[kind];
  const lines = entries.map(({ url, changed }) => {
    const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : "";
    return `<${tag}><loc>${url.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</loc>${lastmod}</${tag}>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${kind}>`,
  ].join("\n");
}
