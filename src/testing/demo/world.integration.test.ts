import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { resetDatabase, testDatabase } from "../database";
import { countPeople, emptyDatabase } from "./empty";
import { buildWorld } from "./world";
import { writeWorld } from "./write";

const db = testDatabase();
const world = buildWorld(Temporal.Instant.from("2026-10-28T15:00:00Z"));

describe("writing the demo world", () => {
  beforeEach(resetDatabase);

  const write = () => db.$transaction((tx) => writeWorld(tx, world), { timeout: 60_000 });

  it("satisfies the database, which counts and rates by itself", async () => {
    await write();
    expect(await db.appointment.count()).toBe(world.visits.length);
    const wrong = await db.$queryRaw<unknown[]>(Prisma.sql`
      SELECT dc.id FROM doctor_clinics dc
      WHERE total_appointments <> (SELECT count(*) FROM appointments a
          WHERE a.doctor_clinic_id = dc.id AND a.status <> 'cancelled')
        OR completed_appointments <> (SELECT count(*) FROM appointments a
          WHERE a.doctor_clinic_id = dc.id AND a.status = 'completed')`);
    expect(wrong).toEqual([]);
    expect(await db.scheduleException.count()).toBe(world.exceptions.length);
    expect(await db.blockedTime.count()).toBe(world.blocks.length);
    const rated = await db.doctor.count({ where: { ratingCount: { gt: 0 } } });
    expect(rated).toBeGreaterThan(80);
    const near = await db.$queryRaw<{ count: bigint }[]>(Prisma.sql`
      SELECT count(*) FROM pharmacies
      WHERE ST_DWithin(location, ST_SetSRID(ST_MakePoint(-87.6278, 41.882), 4326)::geography, 3000)`);
    expect(Number(near[0]?.count)).toBeGreaterThan(20);
  });

  it("can be undone and done again", async () => {
    await write();
    expect(await countPeople(db)).toEqual({ all: world.users.length, others: 0 });
    await emptyDatabase(db);
    expect(await countPeople(db)).toEqual({ all: 0, others: 0 });
    await write();
  });
});
