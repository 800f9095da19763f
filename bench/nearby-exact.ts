// DATABASE_URL=postgresql://... npx tsx bench/nearby-exact.ts: asks for the pharmacies around 200 random
// places of whatever a database holds, page by page, and compares with a geodesic brute force. Only reads.
import {
  byBruteForce,
  differences,
  placeAt,
  walkPages,
} from "@/features/pharmacies/exact.test-support";
import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";
import { instantOf } from "@/lib/time/instant";
import { createDatabase } from "@/server/db";
import { degreesSql } from "@/server/spatial";
import { random } from "@/testing/demo/random";

const SEARCHES = 200;
const url = process.env.DATABASE_URL;
if (!url) throw new Error("Say which database: DATABASE_URL=postgresql://...");
const db = createDatabase(url, { poolSize: 2 });
try {
  const places = await db.$queryRaw<(Point & { id: string })[]>(Prisma.sql`
    SELECT id, ${degreesSql(Prisma.sql`location`)} FROM pharmacies WHERE is_listed ORDER BY id`);
  const rng = random("nearby, exactly");
  const now = instantOf(Date.now());
  let compared = 0;
  let wrong = 0;
  for (let asked = 0; asked < SEARCHES; asked++) {
    const near = placeAt(rng.pick(places), rng.next() * 360, rng.next() ** 2 * 50_000);
    const radiusKm = asked % 2 === 0 ? 0.1 + rng.next() * 9.9 : 10 + rng.next() * 90;
    const found = await walkPages(db, { near, radiusKm, limit: rng.int(1, 100) }, now);
    const problems = differences(found, byBruteForce(places, near, radiusKm));
    compared += found.length;
    wrong += problems.length;
    for (const problem of problems)
      console.log(`${near.latitude},${near.longitude} within ${radiusKm} km: ${problem}`);
  }
  console.log(
    `${SEARCHES} searches among ${places.length} pharmacies, ${compared} answers compared, ${wrong} wrong`,
  );
  process.exitCode = wrong > 0 || compared === 0 ? 1 : 0;
} finally {
  await db.$disconnect();
}
