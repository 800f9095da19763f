// npm run admin:create -- --email someone@example.org [--level super_admin]: makes an existing account
// an administrator's. Exit codes: 0 it is made; 1 it cannot be, and says why; 2 something broke.
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { type MakeOutcome, makeAdministrator } from "@/features/people/commands/make-administrator";
import { type AccessLevel, accessLevels } from "@/lib/rights";
import { createDatabase } from "@/server/db";
import { connectTarget } from "./db/connection";
import { CommandRefused, reasonOf } from "./db/failure";
import { loadSettings } from "./db/settings-file";

const refusals: Record<Exclude<MakeOutcome, "made">, string> = {
  unknown:
    "Nobody has an account with this address. Sign up with it on the site first, confirm it, then run this again.",
  unconfirmed:
    "The address of this account is not confirmed. Open the link in the mail that was sent to it, then run this again.",
  off: "This account is switched off, so nothing was changed.",
  alreadyOne:
    "This account is an administrator’s already. A super admin changes its rights at /admin/administrators.",
  otherRole:
    "This account is or was a doctor’s, or is one of a pharmacy’s staff. Sign up with another address for administration.",
  hasAppointments:
    "This account has appointments ahead as a patient. Cancel them, or sign up with another address for administration.",
};

function readOptions(): { email: string; level: AccessLevel } {
  const { values } = parseArgs({
    options: { email: { type: "string" }, level: { type: "string", default: "super_admin" } },
  });
  const level = accessLevels.find((one) => one === values.level);
  if (!values.email) throw new CommandRefused("Say whose: --email someone@example.org");
  if (!level) throw new CommandRefused(`--level takes one of: ${accessLevels.join(", ")}.`);
  return { email: values.email, level };
}

async function run(): Promise<void> {
  const wanted = readOptions();
  const { url, label, close } = await connectTarget();
  const db = createDatabase(url, { poolSize: 1 });
  try {
    console.log(`Database: ${label}`);
    const at = Temporal.Now.instant();
    const outcome = await makeAdministrator(db, wanted, { now: at, realNow: at });
    if (outcome !== "made") throw new CommandRefused(refusals[outcome]);
    console.log(
      `${wanted.email} is an administrator now, of level ${wanted.level}. All their sessions have ended: they sign in again, at /sign-in.`,
    );
  } finally {
    await db.$disconnect();
    await close();
  }
}

try {
  loadSettings();
  await run();
  process.exit(0);
} catch (error) {
  const isUsage =
    error instanceof TypeError &&
    String((error as { code?: string }).code).startsWith("ERR_PARSE_ARGS");
  console.error(reasonOf(error));
  process.exit(error instanceof CommandRefused || isUsage ? 1 : 2);
}
