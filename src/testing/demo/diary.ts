import { freeSlots } from "@/features/schedules/rules";
import type { Slot } from "@/features/schedules/schema";
import { type Interval, intervalOf, intervalSet, overlaps } from "@/lib/time/interval";
import { toEpochDay } from "@/lib/time/plain-date";
import { clinicDateOf } from "@/lib/time/zone";
import type { DemoAssociation } from "./associations";
import type { Clock } from "./clock";
import type { DemoPatient } from "./patients";
import type { Random } from "./random";
import { type DemoVisit, makeVisit } from "./visit";

/** Everyone's diary while it is being filled: what the engine must know to offer only free times. */
export class Diary {
  readonly visits: DemoVisit[] = [];
  readonly #doctors = new Map<string, Interval[]>();
  readonly #patients = new Map<string, Interval[]>();
  /** Visits of each association by clinic date, in days since 1970. */
  readonly #days = new Map<string, Map<number, number>>();

  constructor(
    readonly clock: Clock,
    readonly rng: Random,
  ) {}

  /** What the engine lists in days `from` to `to` of an association, and the patient can attend. */
  offers(patient: DemoPatient, association: DemoAssociation, from: number, to: number): Slot[] {
    return this.listed(association, from, to).filter((slot) => this.#canCome(patient, slot));
  }

  listed({ doctor, row, facts: rules }: DemoAssociation, from: number, to: number): Slot[] {
    const counts = [...(this.#days.get(row.id) ?? [])];
    const full = counts.filter(
      ([, count]) => count >= (rules.maxPerDay ?? Number.POSITIVE_INFINITY),
    );
    const facts = { ...rules, fullDays: new Set(full.map(([day]) => day)) };
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
    const { doctor, row, facts } = association;
    const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = facts;
    const from = slot.startsAt.subtract({ minutes: before });
    push(this.#doctors, doctor.row.id, intervalOf(from, slot.endsAt.add({ minutes: after })));
    push(this.#patients, patient.row.id, intervalOf(slot.startsAt, slot.endsAt));
    const day = toEpochDay(clinicDateOf(slot.startsAt, facts.timezone));
    const days = this.#days.get(row.id) ?? new Map<number, number>();
    this.#days.set(row.id, days.set(day, (days.get(day) ?? 0) + 1));
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
