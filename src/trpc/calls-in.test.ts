import { expect, test } from "vitest";
import { callsIn } from "./calls-in";

test.each([
  ["a.b", 1],
  ["a.b?batch=1", 1],
  ["a.b,a.c?batch=1", 2],
  ["a.b%2Ca.c%2ca.d?batch=1", 3],
  ["a.b,a.c", 1],
  ["a.b,a.c?batch=0&batch=1", 1],
  ["%E0%A4%A,a.c?batch=1", 2],
  [`${"a.b,".repeat(500)}a.b?batch=1`, 10],
])("%s counts as %i", (path, calls) => {
  expect(callsIn(new URL(`http://127.0.0.1:3000/api/trpc/${path}`))).toBe(calls);
});
