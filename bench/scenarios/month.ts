import type { PrismaClient } from "@/generated/prisma/client";
import { type Ask, drive, expectStatus, send } from "../client";
import type { Samples } from "../figures";
import type { Server } from "../server";
import { month } from "../settings";
import { createPractice, fillCalendar, firstDay, type Practice } from "../world";
import { type Comparison, compare, type Servers } from "./compare";

const DAY = 86_400_000;
/** The usual horizon of 60 days less the two before `firstDay`. */
const bookableDays = 58;

function askProduct({ url }: Server, { associationId }: Practice): Ask {
  const from = new Date(firstDay()).toISOString().slice(0, 10);
  const input = JSON.stringify({ json: { associationId, from, days: month.days } });
  return { url: `${url}/api/trpc/schedules.slots?input=${encodeURIComponent(input)}` };
}

function askBare({ url }: Server, { doctorId }: Practice): Ask {
  const to = firstDay() + month.days * DAY;
  return { url: `${url}/?doctor=${doctorId}&from=${firstDay()}&to=${to}` };
}

/** Both must offer the very same times, or their figures are of different work. */
async function assertSameTimes(product: Ask, bare: Ask): Promise<number> {
  const offered = JSON.parse((await send(product)).text).result.data.json[0].days.flatMap(
    (day: { times: string[] }) => day.times,
  );
  const expected: string[] = JSON.parse((await send(bare)).text);
  const same = offered.map(Date.parse).join() === expected.map(Date.parse).join();
  if (!same || offered.length === 0)
    throw new Error(`${offered.length} times offered, ${expected.length} by the bare loop.`);
  return offered.length;
}

/** A month of one doctor's free times, over HTTP, by as many clients at once as `inFlight`. */
export async function measureMonth(db: PrismaClient, servers: Servers): Promise<Comparison[]> {
  const practice = await createPractice(db);
  await fillCalendar(db, practice, month.appointments, bookableDays);
  await db.$executeRaw`ANALYZE appointments`;
  const asks = {
    product: askProduct(servers.product, practice),
    bare: askBare(servers.bare, practice),
  };
  const times = await assertSameTimes(asks.product, asks.bare);
  const ask = (who: "product" | "bare", requests: number, inFlight: number): Promise<Samples> =>
    drive(Array(requests).fill(asks[who]), inFlight, expectStatus(200));
  const at = (inFlight: number) =>
    compare(servers, `A month of free times (${times}), ${inFlight} in flight`, month.rounds, {
      warmUp: (who) => ask(who, month.warmUp, inFlight),
      measure: (who) => ask(who, month.requests, inFlight),
    });
  return [await at(1), await at(16)];
}
