import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

test("an import whose report has no place is refused before it reads anything", async () => {
  const source = join(await mkdtemp(join(tmpdir(), "medico24-test-")), "list.csv");
  await writeFile(source, "id,name,latitude,longitude\n");
  const run = (report: string) => {
    const options = ["--source", source, "--mapping", "plain", "--report", report];
    const command = ["--import", "tsx", "scripts/import-pharmacies.ts", ...options];
    // Nothing listens there: whatever asked the database would end with another code.
    const env = { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" };
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", env });
    return `${status} ${stderr.trim()}`;
  };
  expect(run("/nowhere/report")).toMatch(/^1 --report cannot be written: ENOENT[^\n]*$/);
  expect(run(source)).toBe("1 --report would write over the file that is read.");
  expect(await readFile(source, "utf8")).toContain("latitude");
});
