import { randomUUID } from "node:crypto";
import { Prisma, type ScheduleException } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

export type ScheduleExceptionOverrides = Overrides<Prisma.ScheduleExceptionCreateManyInput>;

/** Time off at all clinics on 7 January 2030; other kinds are 10:00-12:00 unless told. */
export function scheduleExceptionRow(overrides: ScheduleExceptionOverrides & { doctorId: string }) {
  const kind = overrides.kind ?? "time_off";
  const firstDate = overrides.firstDate ?? new Date("2030-01-07");
  return {
    id: randomUUID(),
    doctorClinicId: null,
    kind,
    firstDate,
    lastDate: firstDate,
    windows: kind === "time_off" ? Prisma.DbNull : ["10:00-12:00"],
    note: null,
    ...overrides,
  } satisfies Prisma.ScheduleExceptionCreateManyInput;
}

export async function createScheduleException(
  db: Db,
  overrides: ScheduleExceptionOverrides & { doctorId: string },
): Promise<ScheduleException> {
  return db.scheduleException.create({ data: scheduleExceptionRow(overrides) });
}
