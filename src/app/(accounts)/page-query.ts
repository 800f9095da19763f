import { safeNext } from "@/features/accounts/next-path";

/** What Next hands a page as its query. */
export type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One value of the query; the first where it was given several times. */
export function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Where a page shall lead on to; null unless it is a path on this site. */
export async function nextOf(props: PageProps): Promise<string | null> {
  return safeNext(single((await props.searchParams).next));
}
