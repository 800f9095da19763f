import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/db/migrate";
import { createMigratedState } from "../../scripts/db/template";
import { startDatabase } from "../../scripts/embedded/parts.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** What the server's modules need to be loaded; nothing listens on the identity address. */
function setEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: "http://127.0.0.1:3000",
    NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    MEDICO24_MODE: "test",
    FIREBASE_PROJECT_ID: "demo-medico24",
    FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9",
    LOG_LEVEL: "silent",
  });
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const state = await createMigratedState();
  const database = await startDatabase({ state, port: 0 });
  return {
    url: database.url,
    stop: async () => {
      await database.stop();
      await rm(state, { recursive: true, force: true });
    },
  };
}

async function openGiven(url: string): Promise<{ url: string; stop: () => Promise<void> }> {
  await migrate(url, () => {});
  return { url, stop: async () => {} };
}

/**
 * One migrated database for all integration tests: the embedded one, or the server of
 * TEST_DATABASE_URL, whose tables the tests empty.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const { url, stop } = given ? await openGiven(given) : await startEmbedded();
  setEnvironment(url);
  project.provide("databaseUrl", url);
  return stop;
}
