import type { DoctorId } from "@/lib/ids";
import { type Instant, textOfMs } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { readEffect } from "../change-effect";
import { nearestForEach } from "../change-nearest";
import { listBusyOfPatients } from "../change-store";
import type { ScheduleChange } from "../schema";

export type Affected = {
  appointmentId: string;
  /** ISO, UTC. */
  startsAt: string;
  endsAt: string;
  timezone: string;
  clinicName: string | null;
  /** Null for someone who has left. */
  patientName: string | null;
  status: string;
  /** False after the last day of an association: there is nobody to keep it. */
  mayKeep: boolean;
  /** Free starts under the new hours, and the one to propose unless told otherwise; ISO, UTC. */
  nearest: string[];
  suggested: string | null;
};

/** Whom a change would leave outside hours, before anything is written. Refuses as `readEffect`. */
export async function previewChange(
  db: Db,
  doctorId: DoctorId,
  change: ScheduleChange,
  now: Instant,
): Promise<{ affected: Affected[]; revision: number | null }> {
  const { affected, after, visits, stored } = await readEffect(db, doctorId, change, now);
  const patientIds = affected.map(({ patientId }) => patientId);
  const busy = await listBusyOfPatients(db, patientIds, now);
  const nearest = nearestForEach(affected, after, visits, busy, now);
  return {
    revision: stored?.revision ?? null,
    affected: affected.map((visit, index) => ({
      appointmentId: visit.id,
      startsAt: textOfMs(visit.startMs),
      endsAt: textOfMs(visit.endMs),
      timezone: visit.timezone,
      clinicName: visit.clinicName,
      patientName: visit.patientName,
      status: visit.status,
      mayKeep: visit.mayKeep,
      nearest: nearest[index]?.times.map(String) ?? [],
      suggested: nearest[index]?.suggested?.toString() ?? null,
    })),
  };
}
