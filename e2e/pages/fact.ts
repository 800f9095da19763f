import type { Locator } from "@playwright/test";

/** The value beside a term of a list of facts. */
export function factOf(scope: Locator, term: string): Locator {
  const pair = scope
    .locator("dl > div")
    .filter({ has: scope.page().getByText(term, { exact: true }) });
  return pair.getByRole("definition");
}
