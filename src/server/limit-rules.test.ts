import { describe, expect, test } from "vitest";
import { judge, type LimitName, limitOf } from "./limit-rules";

const settings = { RATE_LIMITS: {}, MEDICO24_MODE: "production" };

test.each<[LimitName, number, number]>([
  ["anonymous", 60, 60],
  ["signedIn", 1_000, 3_600],
  ["writes", 100, 3_600],
  ["administrator", 5_000, 3_600],
  ["signIn", 5, 300],
  ["signInTries", 60, 60],
  ["signedInOften", 30, 3_600],
])("%s: %i in %i seconds", (name, most, seconds) => {
  expect(limitOf(name, settings)).toEqual({ name, most, seconds });
  expect(limitOf(name, { ...settings, MEDICO24_MODE: "demo" }).most).toBe(most);
  expect(limitOf(name, { ...settings, RATE_LIMITS: { [name]: 7 } }).most).toBe(7);
});

describe("a verdict", () => {
  const limit = limitOf("writes", settings);
  const at = (spent: number, msLeft: number) => judge([{ limit, tally: { spent, msLeft } }]);

  test("lets the last one through and refuses the next", () => {
    expect(at(100, 5_000).refusal).toBeNull();
    expect(at(101, 5_000).refusal).toEqual({
      code: "TOO_MANY_REQUESTS",
      params: { seconds: 5, minutes: 0 },
    });
  });

  test.each([
    [1, 1, 0],
    [119_000, 119, 0],
    [119_001, 120, 2],
    [3_599_500, 3_600, 60],
  ])("%i ms are %i seconds, or %i minutes", (msLeft, seconds, minutes) => {
    expect(at(101, msLeft).refusal?.params).toEqual({ seconds, minutes });
  });

  test("waits for the last of what is overspent", () => {
    const { headers } = judge([
      { limit, tally: { spent: 101, msLeft: 9_000 } },
      { limit: limitOf("signedIn", settings), tally: { spent: 50, msLeft: 99_000 } },
      { limit: limitOf("anonymous", settings), tally: { spent: 61, msLeft: 12_000 } },
    ]);
    expect(headers["Retry-After"]).toBe("12");
  });
});
