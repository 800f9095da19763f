import { freeSlots } from "@/features/schedules/rules";
import type { Slot } from "@/features/schedules/schema";
import { type Interval, intervalOf, intervalSet, overlaps } from "@/lib/time/interval";
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
