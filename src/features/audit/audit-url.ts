import { type AuditFilter, filterNames } from "./schema";

function withFilter(path: string, filter: AuditFilter, after?: string | null): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  if (after) query.set("after", after);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address of the log with a filter, from the newest entry on or from the one behind `after`. */
export function auditHref(filter: AuditFilter = {}, after?: string | null): string {
  return withFilter("/admin/audit", filter, after);
}

/** Where the filtered log is fetched as a file. */
export const auditExportHref = (filter: AuditFilter) => withFilter("/admin/audit/export", filter);

export const entryHref = (entryId: string) => `/admin/audit/${entryId}`;
