/** What the licences of sources ask to be named, by the first word of what a source is called. */
const known: Record<string, string> = {
  osm: "OpenStreetMap contributors (ODbL)",
  nhsbsa: "NHS Business Services Authority (Open Government Licence v3.0)",
};

/** How a source of pharmacies is named in public; one that we do not know as whoever brought it calls it. */
export function sourceName(source: string): string {
  return known[source.split("-")[0] ?? ""] ?? source;
}
