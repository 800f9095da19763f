import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { loadSettings } from "./settings-file";

const folder = mkdtempSync(join(tmpdir(), "medico24-settings-"));
const names = ["MEDICO24_TEST_GIVEN", "MEDICO24_TEST_FILED"];

afterEach(() => {
  for (const name of names) delete process.env[name];
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("the file fills in what the environment does not say, and may be missing", () => {
  const file = join(folder, ".env");
  loadSettings(file);
  writeFileSync(file, names.map((name) => `${name}=file`).join("\n"));
  vi.stubEnv("MEDICO24_TEST_GIVEN", "environment");
  loadSettings(file);
  expect(names.map((name) => process.env[name])).toEqual(["environment", "file"]);
});
