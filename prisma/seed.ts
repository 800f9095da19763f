// npm run db:seed [-- --reset] [-- --sign-ins-only]: fills an empty, migrated database with the demo world.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { createDatabase } from "@/server/db";
import { folderStorage } from "@/server/ports/storage-folder";
import { writeAccounts } from "@/testing/demo/accounts";
import { countPeople, emptyDatabase } from "@/testing/demo/empty";
import { createSignIns } from "@/testing/demo/sign-ins";
import { buildWorld, type World } from "@/testing/demo/world";
import { writeWorld } from "@/testing/demo/write";
import { connectTarget } from "../scripts/db/connection";
import { CommandRefused, reasonOf } from "../scripts/db/failure";
import { loadSettings } from "../scripts/db/settings-file";
import { stateFolder } from "../scripts/embedded/state.mjs";

loadSettings();
const { values: options } = parseArgs({
  options: {
    reset: { type: "boolean", default: false },
    "sign-ins-only": { type: "boolean", default: false },
    "yes-this-is-not-production": { type: "boolean", default: false },
  },
});
const { MEDICO24_MODE, MEDICO24_CLOCK, FIREBASE_AUTH_EMULATOR_HOST, FIREBASE_PROJECT_ID } =
  process.env;

async function fillDatabase(world: World): Promise<void> {
  const { url, label, close } = await connectTarget();
  console.log(`Database: ${label}`);
  const db = createDatabase(url, { poolSize: 2 });
  try {
    const { all, others } = await countPeople(db).catch((error: unknown) => {
      if (!isWithoutTables(error)) throw error;
      throw new CommandRefused("The database has no tables yet: npm run db:migrate makes them.");
    });
    if (all > 0 && !options.reset)
      throw new CommandRefused(
        `The database already has ${all} users, so nothing was written. To delete everything in it and start over, add --reset.`,
      );
    if (others > 0 && !MEDICO24_MODE && !options["yes-this-is-not-production"])
      throw new CommandRefused(
        `${others} of the users are no demo accounts, so nothing was deleted. If they may go, add --yes-this-is-not-production.`,
      );
    await db.$transaction(
      async (tx) => {
        if (all > 0) await emptyDatabase(tx);
        await writeWorld(tx, world);
      },
      { timeout: 120_000 },
    );
  } finally {
    await db.$disconnect();
    await close();
  }
}

/** The papers of those who wait to be verified, where the app on this machine looks for them. */
async function fillStorage({ files }: World): Promise<void> {
  const storage = folderStorage(process.env.STORAGE_FOLDER ?? join(stateFolder(), "files"));
  for (const { key, type, bytes } of files)
    await storage.put(key, whole(bytes), { size: bytes.length, type });
}

async function* whole(bytes: Uint8Array) {
  yield bytes;
}

function isWithoutTables(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "P2021";
}

async function fillIdentity(world: World): Promise<void> {
  if (!FIREBASE_AUTH_EMULATOR_HOST) {
    console.log("FIREBASE_AUTH_EMULATOR_HOST is not set: nobody of the demo can sign in.");
    return;
  }
  const project = FIREBASE_PROJECT_ID ?? "demo-medico24";
  await createSignIns(world.users, { host: FIREBASE_AUTH_EMULATOR_HOST, project });
  console.log(`Sign-ins: ${world.users.length} at ${FIREBASE_AUTH_EMULATOR_HOST}`);
}

function summarise(world: World): string {
  const { clinics, doctors, patients, pharmacies, visits, reviews, notifications } = world;
  return [
    `${clinics.length} clinics`,
    `${doctors.length} doctors`,
    `${patients.length} patients`,
    `${visits.length} appointments`,
    `${reviews.length} reviews`,
    `${pharmacies.length} pharmacies`,
    `${notifications.length} messages`,
  ].join(", ");
}

async function seed(): Promise<void> {
  if (MEDICO24_MODE === "production" && !options["yes-this-is-not-production"])
    throw new CommandRefused(
      "MEDICO24_MODE is production, and a demo has no place there. If it is none, add --yes-this-is-not-production.",
    );
  const started = performance.now();
  const now = MEDICO24_CLOCK ? Temporal.Instant.from(MEDICO24_CLOCK) : Temporal.Now.instant();
  const world = buildWorld(now);
  if (!options["sign-ins-only"]) {
    await fillDatabase(world);
    await fillStorage(world);
  }
  await fillIdentity(world);
  console.log(`Accounts: ${await writeAccounts(stateFolder())}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `The demo world of ${world.clock.today} is there after ${seconds} s: ${summarise(world)}.`,
  );
}

try {
  await seed();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = error instanceof CommandRefused ? 1 : 2;
}
