import type { z } from "zod";

export type RawParams = Record<string, string | string[] | undefined>;

/** Reads the filters of an address. Never refuses: one that is empty or makes no sense is left out. */
export function readFilter<Schema extends z.ZodObject>(
  schema: Schema,
  query: RawParams,
): z.infer<Schema> {
  const known = Object.entries(schema.shape).flatMap(([name, filter]) => {
    const parsed = query[name] ? (filter as z.ZodType).safeParse(query[name]) : null;
    return parsed?.success && parsed.data ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(known) as z.infer<Schema>;
}

/** The address of a list with these filters. */
export function listHref(path: string, filter: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}
