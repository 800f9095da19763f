import { expect } from "vitest";
import { booking, db, now, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import type { DecisionInput, ScheduleChangeInput } from "./schema";

export const [nine, ten, eleven] = ["14:00", "15:00", "16:00"].map(
  (time) => `2026-10-29T${time}:00Z`,
) as [string, string, string];
export const reason = "The practice closes at noon";

/** A doctor with appointments at these times, all on Thursday; clinic hours 09:00-17:00. */
export async function aDay(times: string[] = [nine, ten, eleven]) {
  const doctor = await createDoctor(db);
  const association = await createAssociation(db, { doctorId: doctor.id });
  const api = await callAs(db, doctor.userId, now);
  const patients = await Promise.all(times.map(() => patientCaller()));
  const ids: string[] = [];
  for (const [index, time] of times.entries()) {
    const patient = patients[index] ?? expect.fail();
    ids.push(await patient.api.appointments.book(booking(association.id, time)));
  }
  const hours = (window: string | null, expectedRevision = 0): ScheduleChangeInput => ({
    kind: "hours",
    associationId: association.id,
    expectedRevision,
    hours: window
      ? Object.fromEntries(
          ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [window]]),
        )
      : {},
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 120,
    horizonDays: 60,
    cancellationNoticeMinutes: 120,
    maxPerDay: null,
  });
  return { doctor, association, api, patients, ids, hours };
}

export const dayOff = {
  kind: "exception",
  associationId: null,
  exception: "time_off",
  firstDate: "2026-10-29",
  lastDate: "2026-10-29",
  windows: [],
  note: "Conference",
} satisfies ScheduleChangeInput;
export const keep = (appointmentId: string): DecisionInput => ({ appointmentId, choice: "keep" });
export const cancel = (appointmentId: string): DecisionInput => ({
  appointmentId,
  choice: "cancel",
  reason,
});
export const rowOf = (id = "") => db.appointment.findUniqueOrThrow({ where: { id } });
