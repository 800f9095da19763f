import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { isRenewalDue, judgeBirthDate, judgeToken, waitAfter } from "./rules";

const at = Temporal.Instant.from("2026-11-01T12:00:00Z");
const alive = { isRevoked: false, expiresAt: at.add({ hours: 1 }), rotatedAt: null };

test.each([
  ["renew", alive],
  ["parallel", { ...alive, rotatedAt: at }],
  ["parallel", { ...alive, rotatedAt: at.subtract({ seconds: 60 }) }],
  ["stolen", { ...alive, rotatedAt: at.subtract({ seconds: 61 }) }],
  ["stolen", { ...alive, expiresAt: at, rotatedAt: at.subtract({ hours: 720 }) }],
  ["ended", { ...alive, isRevoked: true }],
  ["ended", { ...alive, isRevoked: true, rotatedAt: at.subtract({ hours: 9 }) }],
  ["ended", { ...alive, expiresAt: at }],
] as const)("%s: %o", (verdict, token) => {
  expect(judgeToken(token, at)).toBe(verdict);
});

test("a cookie is renewed from its fifteenth minute on", () => {
  const { epochMilliseconds } = at;
  expect(isRenewalDue(epochMilliseconds, at.add({ minutes: 14, seconds: 59 }))).toBe(false);
  expect(isRenewalDue(epochMilliseconds, at.add({ minutes: 15 }))).toBe(true);
});

test("nobody is born tomorrow, wherever tomorrow has begun", () => {
  const born = (date: string) => judgeBirthDate(Temporal.PlainDate.from(date), at);
  expect(born("2026-11-02")).toBeNull(); // it is that day already on Kiritimati
  expect(born("2026-11-03")).toMatchObject({
    code: "INVALID_INPUT",
    fields: { dateOfBirth: "birthDate" },
  });
});

test("each wrong password doubles the wait, up to five minutes", () => {
  expect([0, 1, 2, 3, 4, 8, 9, 10, 99].map(waitAfter)).toEqual([0, 0, 2, 4, 8, 128, 256, 300, 300]);
});
