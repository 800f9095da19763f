import type { ScheduleFacts } from "@/features/schedules/schema";
import { readTemplate, type WeeklyHours } from "@/features/schedules/template";
import { noIntervals } from "@/lib/time/interval";
import { fromDateColumn } from "@/lib/time/plain-date";
import { associationRow } from "@/testing/factories/association";
import type { DemoClinic } from "./clinics";
import type { Clock } from "./clock";
import type { DemoDoctor } from "./doctors";
import { kathmanduHours, mumbaiHours, pairedHours, singleHours, urgentHours } from "./hours";
import { idOf, type Random, random } from "./random";

export type DemoAssociation = {
  row: ReturnType<typeof associationRow>;
  doctor: DemoDoctor;
  clinic: DemoClinic;
  facts: ScheduleFacts;
};

const FIRST_DAYS_AGO = 760;

/** Who works where and when. Every doctor has a clinic; about every fourth has two. */
export function buildAssociations(
  doctors: readonly DemoDoctor[],
  clinics: readonly DemoClinic[],
  clock: Clock,
): DemoAssociation[] {
  const staffed = new Map<DemoClinic, number>();
  const urgent = rotate(urgentHours);
  return doctors.flatMap((doctor, index) => {
    const rng = random(`association ${index}`);
    const choices = choose(rng, doctor, clinics, staffed);
    const hours = hoursOf(rng, doctor, choices.length, urgent);
    const current = choices.map((clinic, place) =>
      associate({ rng, doctor, clinic, clock, hours: hours[place] ?? {}, isPrimary: place === 0 }),
    );
    const former = doctor.trait.hadOtherClinic && formerOf(doctor, clinics, choices, clock, rng);
    return former ? [...current, former] : current;
  });
}

function rotate<Item>(items: readonly Item[]): () => Item {
  let turn = 0;
  return () => items[turn++ % items.length] as Item;
}

/** One or two clinics for the doctor's speciality, those with the fewest doctors first. */
function choose(
  rng: Random,
  doctor: DemoDoctor,
  clinics: readonly DemoClinic[],
  staffed: Map<DemoClinic, number>,
): DemoClinic[] {
  const { trait, speciality } = doctor;
  const fitting = rng
    .shuffle(clinics.filter((clinic) => fits(clinic, doctor)))
    .sort((a, b) => (staffed.get(a) ?? 0) - (staffed.get(b) ?? 0));
  const isTied = trait.hours || speciality.name === "Urgent care" || doctor.city.key !== "chicago";
  const wantsTwo = trait.hasTwoClinics ?? (!isTied && rng.chance(0.27));
  const chosen = fitting.slice(0, wantsTwo ? 2 : 1);
  for (const clinic of chosen) staffed.set(clinic, (staffed.get(clinic) ?? 0) + 1);
  return chosen;
}

function fits(clinic: DemoClinic, { city, speciality }: DemoDoctor): boolean {
  const takesAll = clinic.specialities.length === 0;
  return clinic.city === city && (takesAll || clinic.specialities.includes(speciality.name));
}

function hoursOf(
  rng: Random,
  doctor: DemoDoctor,
  count: number,
  urgent: () => WeeklyHours,
): readonly WeeklyHours[] {
  const { trait, city, speciality } = doctor;
  if (trait.hours) return [trait.hours];
  if (trait.name?.account === "doctor") return pairedHours[0] ?? [];
  if (count > 1) return rng.pick(pairedHours);
  if (speciality.name === "Urgent care") return [urgent()];
  if (city.key === "mumbai") return [rng.pick(mumbaiHours)];
  if (city.key === "kathmandu") return [rng.pick(kathmanduHours)];
  return [rng.pick(singleHours)];
}

type Post = {
  rng: Random;
  doctor: DemoDoctor;
  clinic: DemoClinic;
  clock: Clock;
  hours: WeeklyHours;
  isPrimary: boolean;
};

function associate({ rng, doctor, clinic, clock, hours, isPrimary }: Post): DemoAssociation {
  const { trait, speciality } = doctor;
  const isUrgent = speciality.name === "Urgent care";
  const row = associationRow({
    id: idOf(`association ${doctor.row.slug} ${clinic.row.slug}`),
    doctorId: doctor.row.id,
    clinicId: clinic.row.id,
    isPrimary,
    status: trait.isOnLeave ? "on_leave" : "active",
    consultationFee: isPrimary ? doctor.fee : Math.round((doctor.fee * 1.1) / 5) * 5,
    consultationDurationMinutes: isPrimary ? doctor.minutes : rng.pick(speciality.minutes),
    department: speciality.name,
    designation: rng.chance(0.3) ? "Consultant" : "Attending physician",
    availableTimeSlots: hours,
    appointmentBookingEnabled: !trait.isNotAccepting,
    bookingNoticeMinutes: isUrgent ? 30 : rng.pick([120, 120, 120, 240, 1440]),
    bookingHorizonDays: rng.pick([60, 60, 60, 30, 90]),
    cancellationNoticeMinutes: isUrgent ? 30 : rng.pick([120, 120, 120, 1440]),
    ...limitsOf(doctor, clinic, isPrimary),
    startDate: clock.dateIn(trait.startsInDays ?? -rng.int(FIRST_DAYS_AGO, 3000)),
    endDate: trait.endsInDays === undefined ? null : clock.dateIn(trait.endsInDays),
    createdAt: clock.daysAgo(FIRST_DAYS_AGO),
  });
  return { row, doctor, clinic, facts: factsOf(row, doctor, clinic) };
}

/** What is kept free around visits, and how many there may be on a day: for most nothing. */
function limitsOf({ trait, row }: DemoDoctor, clinic: DemoClinic, isPrimary: boolean) {
  const limits = (before: number, after: number, most: number | null) => ({
    bufferBeforeMinutes: before,
    bufferAfterMinutes: after,
    maxAppointmentsADay: most,
  });
  if (trait.name?.account === "doctor") return isPrimary ? limits(0, 10, 10) : limits(5, 5, null);
  const rng = random(`limits ${row.slug} ${clinic.row.slug}`);
  if (trait.isFullyBooked || rng.chance(0.7)) return limits(0, 0, null);
  return limits(rng.pick([0, 0, 5]), rng.pick([0, 5, 10, 15]), rng.pick([null, 6, 8, 12]));
}

/** A clinic that the doctor has left, whose visits are history. */
function formerOf(
  doctor: DemoDoctor,
  clinics: readonly DemoClinic[],
  current: readonly DemoClinic[],
  clock: Clock,
  rng: Random,
): DemoAssociation | null {
  const clinic = clinics.find((one) => fits(one, doctor) && !current.includes(one));
  if (!clinic) return null;
  const hours = rng.pick(singleHours);
  const { row } = associate({ rng, doctor, clinic, clock, hours, isPrimary: false });
  const ended = { ...row, status: "ended", endDate: clock.dateIn(-30) };
  return { row: ended, doctor, clinic, facts: factsOf(ended, doctor, clinic) };
}

function factsOf(
  row: DemoAssociation["row"],
  doctor: DemoDoctor,
  clinic: DemoClinic,
): ScheduleFacts {
  const dateOf = (date: Date | string | null | undefined) =>
    date ? fromDateColumn(new Date(date)) : null;
  return {
    template: readTemplate(row.availableTimeSlots),
    timezone: clinic.city.timezone,
    durationMinutes: row.consultationDurationMinutes ?? 30,
    noticeMinutes: row.bookingNoticeMinutes ?? 120,
    horizonDays: row.bookingHorizonDays ?? 60,
    status: row.status as ScheduleFacts["status"],
    isBookingEnabled: row.appointmentBookingEnabled === true,
    startDate: dateOf(row.startDate),
    endDate: dateOf(row.endDate),
    licensedUntil: dateOf(doctor.row.licenseExpiresOn),
    bufferBeforeMinutes: row.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: row.bufferAfterMinutes ?? 0,
    maxPerDay: row.maxAppointmentsADay ?? null,
    fullDays: new Set(),
    exceptions: [],
    blocked: noIntervals,
  };
}
