import { writeJsonLd } from "@/lib/json-ld";

/** What the page is about, for machines that read it (schema.org). */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the only way to write a script; writeJsonLd escapes it
      dangerouslySetInnerHTML={{ __html: writeJsonLd(data) }}
    />
  );
}
