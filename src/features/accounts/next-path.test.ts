import { expect, test } from "vitest";
import { safeNext, safeNextOf, withQuery } from "./next-path";

test.each([
  ["/", "/"],
  ["/appointments", "/appointments"],
  ["/book/1?at=2026-11-01T15:00:00Z#why", "/book/1?at=2026-11-01T15:00:00Z#why"],
  ["/doctors?q=O'Brien&place=Chicago, IL", "/doctors?q=O%27Brien&place=Chicago,%20IL"],
  ["/a/../account", "/account"],
])("%s is a path on this site", (given, path) => {
  expect(safeNext(given)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/./\t//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "account",
  "",
  "/api/auth/signout",
  "/_next/static",
  `/${"a".repeat(2001)}`,
  undefined,
  null,
  7,
  ["/account"],
])("%j leads nowhere", (given) => {
  expect(safeNext(given)).toBeNull();
});

test("an address counts only where it is on this site", () => {
  const site = "https://medico24.example";
  expect(safeNextOf("https://medico24.example/auth/continue?next=%2Fx", site)).toBe(
    "/auth/continue?next=%2Fx",
  );
  expect(safeNextOf("https://medico24.example.evil.example/x", site)).toBeNull();
  expect(safeNextOf("https://medico24.example@evil.example/x", site)).toBeNull();
  expect(safeNextOf("http://medico24.example/x", site)).toBeNull();
  expect(safeNextOf("/x", site)).toBeNull();
});

test("a query is written without what is not there", () => {
  expect(withQuery("/sign-in", { next: null, reason: "ended" })).toBe("/sign-in?reason=ended");
  expect(withQuery("/sign-in", { next: "/a?b=c&d" })).toBe("/sign-in?next=%2Fa%3Fb%3Dc%26d");
  expect(withQuery("/sign-in", { next: "" })).toBe("/sign-in");
});
