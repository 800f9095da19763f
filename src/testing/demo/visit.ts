import type { Slot } from "@/features/schedules/schema";
import { type Instant, toDate } from "@/lib/time/instant";
import { appointmentRow } from "@/testing/factories/appointment";
import type { DemoAssociation } from "./associations";
import type { Clock } from "./clock";
import type { DemoPatient } from "./patients";
import { idOf, type Random } from "./random";

export type DemoVisit = {
  row: ReturnType<typeof appointmentRow>;
  patient: DemoPatient;
  association: DemoAssociation;
  startsAt: Instant;
};

const cancelReasons = [
  "I feel better again.",
  "I cannot get away from work that day.",
  "I am away that week.",
  "I found an earlier appointment.",
];

/** The row of a visit to a free time, with what has become of it by now. */
export function makeVisit(
  { rng, clock }: { rng: Random; clock: Clock },
  patient: DemoPatient,
  association: DemoAssociation,
  slot: Slot,
): DemoVisit {
  const { doctor, row: post, facts } = association;
  const startsAt = toDate(slot.startsAt);
  const bookedAt = new Date(
    Math.min(
      startsAt.getTime() - rng.int(26, 500) * 3_600_000,
      clock.midnight.epochMilliseconds - 60_000 * rng.int(60, 2000),
    ),
  );
  const fate = rng.next();
  const isOver = slot.endsAt.epochMilliseconds <= clock.now.epochMilliseconds;
  const status = isOver
    ? pastStatus(fate)
    : comingStatus(fate, doctor.trait.isFullyBooked === true);
  const isDone = status === "completed";
  const note = rng.pick(doctor.speciality.notes);
  const hasPrescription = rng.chance(0.3);
  const row = appointmentRow({
    id: idOf(`visit ${patient.user.email} ${doctor.row.slug} ${slot.startsAt}`),
    patientId: patient.row.id,
    doctorId: doctor.row.id,
    doctorClinicId: post.id,
    startsAt,
    durationMinutes: facts.durationMinutes,
    bufferBeforeMinutes: facts.bufferBeforeMinutes,
    bufferAfterMinutes: facts.bufferAfterMinutes,
    timezone: facts.timezone,
    status,
    symptoms: rng.pick(doctor.speciality.reasons),
    notes: isDone ? note : null,
    prescription: isDone && hasPrescription ? "As discussed; see the printed sheet." : null,
    consultationFee: post.consultationFee,
    paymentStatus: isDone ? "paid" : "pending",
    createdAt: bookedAt,
    ...cancellation(rng, status, patient, doctor.user.id, bookedAt, startsAt, clock),
  });
  return { row, patient, association, startsAt: slot.startsAt };
}

function pastStatus(fate: number) {
  if (fate < 0.83) return "completed";
  return fate < 0.92 ? "cancelled" : "no_show";
}

function comingStatus(fate: number, isKept: boolean) {
  if (fate > 0.93 && !isKept) return "cancelled";
  return fate < 0.5 ? "confirmed" : "scheduled";
}

function cancellation(
  rng: Random,
  status: string,
  patient: DemoPatient,
  doctorUserId: string,
  bookedAt: Date,
  startsAt: Date,
  clock: Clock,
) {
  const byDoctor = rng.chance(0.2);
  const share = rng.next() * 0.8;
  const reason = rng.pick(cancelReasons);
  if (status !== "cancelled") return {};
  const latest = Math.min(startsAt.getTime(), clock.midnight.epochMilliseconds);
  const cancelledAt = new Date(bookedAt.getTime() + (latest - bookedAt.getTime()) * share);
  return {
    cancelledAt,
    cancelledBy: byDoctor ? doctorUserId : patient.user.id,
    cancellationReason: byDoctor ? "The doctor is not available at that time." : reason,
  };
}
