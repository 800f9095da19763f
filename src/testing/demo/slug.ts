import { slugOf } from "@/lib/slug";

/** Gives each name a slug of its own: a second "ana-silva" becomes "ana-silva-2". */
export function uniqueSlugs(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const slug = slugOf(name);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  };
}
