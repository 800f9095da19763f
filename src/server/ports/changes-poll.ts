import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { toDate } from "@/lib/time/instant";
import { now } from "../clock";
import { log } from "../log";
import type { Audience } from "./changes";

const interval = 2_000;

const stateRow = z.object({
  doctorId: z.guid().transform((id) => id as DoctorId),
  state: z.string(),
});

/**
 * How each doctor's appointments since yesterday and their proposals stand, in one text: revisions
 * only rise, so every change of one changes it. What is over is not looked at: it only grows.
 */
async function readStates(db: PrismaClient, doctorIds: DoctorId[]): Promise<Map<DoctorId, string>> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.doctor_id AS "doctorId",
      concat_ws('.', count(*), sum(a.revision), sum(p.made), sum(p.answered)) AS state
    FROM appointments a CROSS JOIN LATERAL (
      SELECT count(*) AS made, count(answered_at) AS answered
      FROM appointment_proposals WHERE appointment_id = a.id) p
    WHERE a.doctor_id = ANY(${doctorIds}::uuid[])
      AND a.starts_at > ${toDate(now())}::timestamptz - interval '1 day'
    GROUP BY a.doctor_id`);
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
