import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { log } from "../log";
import type { Audience } from "./changes";

const interval = 2_000;

const stateRow = z.object({
  doctorId: z.guid().transform((id) => id as DoctorId),
  state: z.string(),
});

/**
 * How each doctor's appointments and proposals stand, in one text: revisions only rise, so every
 * change of one changes it. One index lookup a doctor.
 */
async function readStates(db: PrismaClient, doctorIds: DoctorId[]): Promise<Map<DoctorId, string>> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.doctor_id AS "doctorId", concat_ws('.', count(DISTINCT a.id),
      (SELECT sum(b.revision) FROM appointments b WHERE b.doctor_id = a.doctor_id),
      count(p.id), count(p.answered_at)) AS state
    FROM appointments a LEFT JOIN appointment_proposals p ON p.appointment_id = a.id
    WHERE a.doctor_id = ANY(${doctorIds}::uuid[]) GROUP BY a.doctor_id`);
  return new Map(
    stateRow
      .array()
      .parse(rows)
      .map((row) => [row.doctorId, row.state]),
  );
}

/**
 * Tells the audience of changes by looking every two seconds, with one question for all its doctors:
 * for databases that do not say by themselves. Ends with the signal.
 */
export async function poll(
  db: PrismaClient,
  audience: Audience,
  signal: AbortSignal,
  everyMs = interval,
): Promise<void> {
  let known = new Map<DoctorId, string | undefined>();
  audience.tellAll({ kind: "refresh" });
  while (!signal.aborted) {
    try {
      const doctors = audience.doctors();
      const found = await readStates(db, doctors);
      // One who has just come is told, too: they may have come after what they have seen.
      for (const doctorId of doctors)
        if (!known.has(doctorId) || known.get(doctorId) !== found.get(doctorId))
          audience.tell(doctorId, { kind: "refresh" });
      known = new Map(doctors.map((doctorId) => [doctorId, found.get(doctorId)]));
    } catch {
      log().warn("looking for changes failed; it goes on");
    }
    await pause(everyMs, undefined, { signal, ref: false }).catch(() => {});
  }
}
