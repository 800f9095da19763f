// npm run db:migrate | db:status | db:create -- name | db:rollback [-- --allow-data-loss] | db:drift
import { parseArgs } from "node:util";
import { type Connection, connectTarget } from "./db/connection";
import { createMigration } from "./db/create";
import { findDrift } from "./db/drift";
import { scriptError } from "./db/engine";
import { CommandRefused, reasonOf } from "./db/failure";
import { migrate } from "./db/migrate";
import { rollback } from "./db/rollback";
import { loadSettings } from "./db/settings-file";
import { printStatus } from "./db/status";

const say = (line: string) => console.log(line);

async function withTarget(run: (url: string) => Promise<boolean>): Promise<boolean> {
  const connection: Connection = await connectTarget();
  say(`Database: ${connection.label}`);
  try {
    return await run(connection.url);
  } finally {
    await connection.close();
  }
}

async function reportDrift(): Promise<boolean> {
  const drift = await findDrift();
  if (drift === "") say("prisma/schema and the migrated database agree.");
  else say(`prisma/schema wants what the migrations do not make:\n${drift}`);
  return drift === "";
}

/** True when all is well; false ends with exit code 1. */
async function run(command: string | undefined, name: string | undefined, allowLoss: boolean) {
  switch (command) {
    case "migrate":
      return withTarget((url) => migrate(url, say).then(() => true));
    case "status":
      return withTarget((url) => printStatus(url, say));
    case "rollback":
      return withTarget((url) => rollback(url, allowLoss, say).then(() => true));
    case "create":
      return createMigration(name, say).then(() => true);
    case "drift":
      return reportDrift();
    default:
      throw new CommandRefused("Say one of: migrate, status, create NAME, rollback, drift.");
  }
}

try {
  loadSettings();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "allow-data-loss": { type: "boolean", default: false } },
  });
  const isWell = await run(positionals[0], positionals[1], values["allow-data-loss"]);
  process.exit(isWell ? 0 : 1);
} catch (error) {
  console.error(reasonOf(error instanceof CommandRefused ? error : (scriptError() ?? error)));
  process.exit(error instanceof CommandRefused ? 1 : 2);
}
