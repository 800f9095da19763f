import { randomUUID } from "node:crypto";
import type { BlockedTime, Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

export type BlockedTimeOverrides = Overrides<Prisma.BlockedTimeCreateManyInput>;

/** An hour on Monday, 7 January 2030, or from the start that is said. */
export function blockedTimeRow(overrides: BlockedTimeOverrides & { doctorId: string }) {
  const startsAt = new Date(overrides.startsAt ?? "2030-01-07T15:00:00Z");
  return {
    id: randomUUID(),
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    note: null,
    ...overrides,
  } satisfies Prisma.BlockedTimeCreateManyInput;
}

export async function createBlockedTime(
  db: Db,
  overrides: BlockedTimeOverrides & { doctorId: string },
): Promise<BlockedTime> {
  return db.blockedTime.create({ data: blockedTimeRow(overrides) });
}
