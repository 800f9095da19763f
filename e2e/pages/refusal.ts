import type { Locator } from "@playwright/test";

/** Why something was refused, where it is said: in words, and announced. */
export function refusalOf(scope: Locator): Locator {
  return scope.getByRole("status").or(scope.getByRole("alert")).filter({ hasText: /\w/ });
}

/** The free times that a refusal offers instead. */
export function nearestOf(scope: Locator): Locator {
  return scope.getByRole("list", { name: "The nearest free times" });
}
