import { expect } from "vitest";
import { violatedConstraint } from "@/server/violation";

/** The constraint that refused a write; a write that was not refused fails the test. */
export async function refusedBy(write: Promise<unknown>): Promise<string | null> {
  const error = await write.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error, "the write should have been refused").not.toBeNull();
  return violatedConstraint(error);
}
