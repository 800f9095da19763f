import type { DemoAssociation } from "./associations";
import type { Clock } from "./clock";
import { Diary } from "./diary";
import type { DemoPatient } from "./patients";
import { random } from "./random";
import type { DemoVisit } from "./visit";

const PAST_DAYS = 720;
const FAR_DAYS = 24;

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

/** Half of a doctor’s times in the twelve weeks that figures look back on, and to the end of next week. */
function busyWeek(
  diary: Diary,
  patients: readonly DemoPatient[],
  association: DemoAssociation,
): void {
  const neighbours = patients.filter(({ city }) => city === association.clinic.city).slice(1);
  for (let day = -84; day < 12; day++) {
    const times = diary.rng.some(diary.listed(association, day, day + 1), 2, 4);
    for (const slot of times) diary.book(diary.rng.pick(neighbours), association, slot);
  }
}

/** Who would see this doctor at all, and does not have to wait for a doctor who is booked up. */
function suits({ row, city, isParent }: DemoPatient, { clinic, doctor }: DemoAssociation): boolean {
  if (clinic.city !== city || doctor.trait.isFullyBooked) return false;
  if (doctor.speciality.name === "Pediatrics") return isParent;
  return doctor.speciality.name !== "Obstetrics and gynecology" || row.gender === "female";
}

/** A patient's two years: a few doctors, seen now and then, and up to three visits to come. */
function liveOn(
  diary: Diary,
  patient: DemoPatient,
  open: readonly DemoAssociation[],
  isDemoPatient: boolean,
): void {
  const { rng } = diary;
  const own = rng.some(
    open.filter((association) => suits(patient, association)),
    isDemoPatient ? 6 : 4,
    9,
  );
  const past = isDemoPatient ? 11 : rng.int(12, 24);
  for (let count = 0; count < past; count++) {
    const day = -rng.int(2, PAST_DAYS);
    tryBook(diary, patient, rng.pick(own), day, day + 7);
  }
  // Urgent care is not booked weeks before.
  const lasting = own.filter(({ doctor }) => doctor.speciality.name !== "Urgent care");
  const soon = Array.from({ length: isDemoPatient ? 2 : rng.int(0, 3) }, () =>
    rng.int(1, FAR_DAYS),
  );
  for (const day of soon)
    if (lasting.length > 0) tryBook(diary, patient, rng.pick(lasting), day, day + 6);
  const demoDoctor = open.find(isDemoDoctor);
  if (isDemoPatient && demoDoctor) tryBook(diary, patient, demoDoctor, 3, 9);
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
