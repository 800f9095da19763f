type Filters = Readonly<Record<string, string | undefined>>;

/** What a list shows unless its address says otherwise. */
const usual: Filters = { show: "waiting", assigned: "all" };

/** The address of a list; what is as usual, and what is empty, is left out. */
export function listHref(path: string, filters: Filters): string {
  const set = Object.entries(filters).filter(([key, value]) => value && value !== usual[key]);
  const query = new URLSearchParams(set as [string, string][]);
  return query.size > 0 ? `${path}?${query}` : path;
}
