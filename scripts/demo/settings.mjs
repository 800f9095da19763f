// What the application is told when it runs on the embedded parts.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "../embedded/state.mjs";

/** A random secret, made once and kept, so that sessions survive a restart. */
export function keptSecret(state) {
  const file = join(state, "secret");
  if (!existsSync(file)) {
    mkdirSync(state, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

export function appSettings({ mode, databaseUrl, identityHost, address, secret, clock }) {
  return {
    MEDICO24_MODE: mode,
    DATABASE_URL: databaseUrl,
    FIREBASE_AUTH_EMULATOR_HOST: identityHost,
    FIREBASE_PROJECT_ID: "demo-medico24",
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    STORAGE_FOLDER: join(stateFolder(), "files"),
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    ...(clock ? { MEDICO24_CLOCK: clock } : {}),
  };
}
