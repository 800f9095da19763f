import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sweepRegularly } from "./commands/sweep-files";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("files are swept at once and every fifteen minutes, and that keeps no process alive", async () => {
  const sweep = vi.fn(async () => undefined);
  const timer = sweepRegularly(sweep);
  expect(sweep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(sweep).toHaveBeenCalledTimes(3);
  expect(timer.hasRef()).toBe(false);
});
