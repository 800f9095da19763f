import type { Cause } from "./schema";

export type UnservedPlace = {
  cause?: Cause | undefined;
  doctor?: string | undefined;
  after?: string | null | undefined;
};

/** The address of a list of appointments to decide; what is as usual is left out. */
export function unservedHref({ cause, doctor, after }: UnservedPlace): string {
  const query = new URLSearchParams();
  if (cause) query.set("cause", cause);
  if (doctor) query.set("doctor", doctor);
  if (after) query.set("after", after);
  return query.size > 0 ? `/admin/unserved?${query}` : "/admin/unserved";
}
