import { filters, openEngine } from "./engine";
import { loadMigrations, loadSchema } from "./files";
import { withScratchDatabase } from "./scratch";

/**
 * The SQL that would lead from a freshly migrated database to prisma/schema; empty when they
 * agree. What Prisma has no words for (checks, exclusion constraints, triggers, expression
 * indexes) is the migrations' alone and never shows.
 */
export async function findDrift(): Promise<string> {
  return withScratchDatabase(async (url) => {
    const engine = await openEngine(url, url);
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await loadMigrations()) },
      to: { tag: "schemaDatamodel", ...(await loadSchema()) },
      script: true,
      exitCode: null,
      filters,
    });
    return (stdout ?? "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("--"))
      .join("\n");
  });
}
