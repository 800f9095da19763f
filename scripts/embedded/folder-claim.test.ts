import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { claim, readClaim } from "./folder-claim.mjs";

const folder = mkdtempSync(join(tmpdir(), "medico24-claim-"));
const path = join(folder, "claim.json");
const living = process.ppid;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a claim is whole from its first moment, is added to, and goes", () => {
  const claimed = claim(path, { address: "here" });
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
  claimed.update?.({ url: "there" });
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ address: "here", url: "there" });
  expect(readdirSync(folder)).toEqual(["claim.json"]);
  claimed.release?.();
  expect(existsSync(path)).toBe(false);
});

test("a living process keeps its claim", () => {
  writeFileSync(path, JSON.stringify({ pid: living }));
  expect(readClaim(path)).toEqual({ pid: living });
  expect(claim(path).holder).toEqual({ pid: living });
});

test.each([
  ["ours, left by a killed run that had the same id", { pid: process.pid }],
  ["of a process that is gone", { pid: 2 ** 30 }],
  ["without a process", {}],
])("a claim %s is taken over", (_, left) => {
  writeFileSync(path, JSON.stringify(left));
  const claimed = claim(path);
  expect(claimed.holder).toBeUndefined();
  claimed.release?.();
});

test.runIf(existsSync("/proc/self/stat"))("a reused process id holds no claim", () => {
  writeFileSync(path, JSON.stringify({ pid: living, started: "1" }));
  expect(readClaim(path)).toBeNull();
});
