import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import { log } from "@/server/log";
import { knowHolidays, listCountries } from "../holidays-store";
import { holidayYears } from "../rules";

const everyMs = 24 * 60 * 60_000;

/** Writes down the holidays of this year and the next wherever there are pharmacies. */
export async function keepHolidays(db: PrismaClient, now: Instant): Promise<void> {
  for (const country of await listCountries(db))
    await inTransaction(db, (tx) => knowHolidays(tx, country, holidayYears(now)));
}

/** Runs at once and every day, for as long as something else keeps the process alive. */
export function watchHolidays(db: () => PrismaClient, now: () => Instant): NodeJS.Timeout {
  async function look() {
    try {
      await keepHolidays(db(), now());
    } catch {
      log().warn("the public holidays could not be written down");
    }
  }
  void look();
  return setInterval(look, everyMs).unref();
}
