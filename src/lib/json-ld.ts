/** Linked data as the text of a script element; hostile text in it cannot end the element. */
export function writeJsonLd(data: Record<string, unknown>): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
}
