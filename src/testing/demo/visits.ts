import { freeSlots } from "@/features/schedules/rules";
import type { Slot } from "@/features/schedules/schema";
import { type Instant, toDate } from "@/lib/time/instant";
import { type Interval, intervalOf, intervalSet, overlaps } from "@/lib/time/interval";
import { appointmentRow } from "@/testing/factories/appointment";
import type { DemoAssociation } from "./associations";
import type { Clock } from "./clock";
import type { DemoPatient } from "./patients";
import { idOf, type Random, random } from "./random";

export type DemoVisit = {
  row: ReturnType<typeof appointmentRow>;
  patient: DemoPatient;
  association: DemoAssociation;
  startsAt: Instant;
};

const PAST_DAYS = 720;
const FAR_DAYS = 24;

const cancelReasons = [
  "I feel better again.",
  "I cannot get away from work that day.",
  "I am away that week.",
  "I found an earlier appointment.",
];

/** Everyone's diary while it is being filled: what the engine must know to offer only free times. */
class Diary {
  readonly visits: DemoVisit[] = [];
  readonly #doctors = new Map<string, Interval[]>();
  readonly #patients = new Map<string, Interval[]>();

  constructor(
    readonly clock: Clock,
    readonly rng: Random,
  ) {}

  /** What the engine lists in days `from` to `to` of an association, and the patient can attend. */
  offers(patient: DemoPatient, association: DemoAssociation, from: number, to: number): Slot[] {
    return this.listed(association, from, to).filter((slot) => this.#canCome(patient, slot));
  }

  listed({ doctor, facts }: DemoAssociation, from: number, to: number): Slot[] {
    const range = {
      from: this.clock.hoursFromMidnight(from * 24),
      to: this.clock.hoursFromMidnight(to * 24),
    };
    // It was booked some days before, never beyond the horizon. History is not affected by leave.
    const bookedOn = this.clock.hoursFromMidnight((from < 0 ? from - 3 : -2) * 24);
    const then = from < 0 ? { ...facts, status: "active" as const, isBookingEnabled: true } : facts;
    const busy = intervalSet(this.#doctors.get(doctor.row.id) ?? []);
    return freeSlots(then, busy, range, bookedOn);
  }

  book(patient: DemoPatient, association: DemoAssociation, slot: Slot | undefined): boolean {
    if (!slot || !this.#canCome(patient, slot)) return false;
    const visit = makeVisit(this, patient, association, slot);
    this.visits.push(visit);
    // Cancelled ones too: whether a visit of today is one must not change the rest of the world.
    const taken = intervalOf(slot.startsAt, slot.endsAt);
    push(this.#doctors, association.doctor.row.id, taken);
    push(this.#patients, patient.row.id, taken);
    return true;
  }

  /** An hour to get there and back: nobody books two visits door to door. */
  #canCome(patient: DemoPatient, slot: Slot): boolean {
    const wanted = intervalOf(slot.startsAt.subtract({ hours: 1 }), slot.endsAt.add({ hours: 1 }));
    return !(this.#patients.get(patient.row.id) ?? []).some((one) => overlaps(one, wanted));
  }
}

function push(diary: Map<string, Interval[]>, id: string, interval: Interval): void {
  diary.set(id, [...(diary.get(id) ?? []), interval]);
}

/** All appointments: what was, what is today and what is to come. */
export function buildVisits(
  patients: readonly DemoPatient[],
  associations: readonly DemoAssociation[],
  clock: Clock,
): DemoVisit[] {
  const diary = new Diary(clock, random(`visits ${clock.today}`));
  const open = associations.filter(({ doctor }) => doctor.row.isVerified);
  for (const association of open)
    if (association.doctor.trait.isFullyBooked) fill(diary, patients, association);
  for (const association of open)
    if (isDemoDoctor(association)) busyWeek(diary, patients, association);
  for (const patient of patients) liveOn(diary, patient, open, patient === patients[0]);
  return diary.visits;
}

const isDemoDoctor = ({ doctor }: DemoAssociation) => doctor.trait.name?.account === "doctor";

/** Takes every time of the next two weeks, by patients of that city in turn. */
function fill(diary: Diary, patients: readonly DemoPatient[], association: DemoAssociation): void {
  const neighbours = patients.filter(({ city }) => city === association.clinic.city).slice(1);
  const turn = diary.rng.shuffle(neighbours);
  for (const slot of diary.listed(association, 0, 15)) {
    const index = turn.findIndex((patient) => diary.book(patient, association, slot));
    if (index >= 0) turn.push(...turn.splice(index, 1));
  }
}

/** Half of a doctor's times from last week to the end of the next. */
function busyWeek(
  diary: Diary,
  patients: readonly DemoPatient[],
  association: DemoAssociation,
): void {
  const neighbours = patients.filter(({ city }) => city === association.clinic.city).slice(1);
  for (let day = -35; day < 12; day++) {
    const times = diary.rng.some(diary.listed(association, day, day + 1), 2, 4);
    for (const slot of times) diary.book(diary.rng.pick(neighbours), association, slot);
  }
}

/** A patient's two years: a few doctors, seen now and then, and up to three visits to come. */
function liveOn(
  diary: Diary,
  patient: DemoPatient,
  open: readonly DemoAssociation[],
  isDemoPatient: boolean,
): void {
  const { rng } = diary;
  const nearby = open.filter(
    ({ clinic, doctor }) =>
      clinic.city === patient.city && (!doctor.trait.isFullyBooked || isDemoPatient),
  );
  const own = rng.some(nearby, isDemoPatient ? 6 : 4, 9);
  const past = isDemoPatient ? 11 : rng.int(12, 24);
  for (let count = 0; count < past; count++) {
    const day = -rng.int(2, PAST_DAYS);
    tryBook(diary, patient, rng.pick(own), day, day + 7);
  }
  const soon = isDemoPatient
    ? [2, 9, 20]
    : Array.from({ length: rng.int(0, 3) }, () => rng.int(0, FAR_DAYS));
  for (const day of soon) tryBook(diary, patient, rng.pick(own), day, day + 6);
}

function tryBook(
  diary: Diary,
  patient: DemoPatient,
  association: DemoAssociation,
  from: number,
  to: number,
): void {
  const offers = diary.offers(patient, association, from, from < 0 ? Math.min(to, 0) : to);
  if (offers.length > 0) diary.book(patient, association, diary.rng.pick(offers));
}

function makeVisit(
  diary: Diary,
  patient: DemoPatient,
  association: DemoAssociation,
  slot: Slot,
): DemoVisit {
  const { rng, clock } = diary;
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
