import type { AppointmentId, DoctorId } from "@/lib/ids";

/**
 * Word that a doctor's calendar is no longer as it was: an appointment of it, or, with "refresh",
 * anything, since something may have gone unheard. Ids only; what it is now must be asked for.
 */
export type Change = { kind: "appointment"; appointmentId: AppointmentId } | { kind: "refresh" };

/** Where changes are told: the doctors whom anybody here follows, and their followers. */
export type Audience = {
  doctors(): DoctorId[];
  tell(doctorId: DoctorId, change: Change): void;
  tellAll(change: Change): void;
};

/** Begins to tell an audience of changes, until the signal says that nobody listens any more. */
export type Source = (audience: Audience, signal: AbortSignal) => Promise<void>;

export type Follower = { hear: (change: Change) => void; onEnd: () => void };

/** Passes the changes of one source on, each to those who follow that doctor. */
export class Changes implements Audience {
  readonly #followers = new Map<DoctorId, Set<Follower>>();
  readonly #source: Source;
  #running: AbortController | null = null;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Follows a doctor's calendar until the function that this returns is called. */
  follow(doctorId: DoctorId, follower: Follower): () => void {
    const ofDoctor = this.#followers.get(doctorId) ?? new Set();
    this.#followers.set(doctorId, ofDoctor.add(follower));
    this.#start();
    return () => {
      ofDoctor.delete(follower);
      if (ofDoctor.size === 0 && this.#followers.get(doctorId) === ofDoctor)
        this.#followers.delete(doctorId);
      if (this.#followers.size === 0) this.#stop();
    };
  }

  /** Lets everyone go, as this process ends; they follow anew elsewhere. */
  end(): void {
    for (const followers of [...this.#followers.values()])
      for (const { onEnd } of [...followers]) onEnd();
    this.#stop();
  }

  doctors(): DoctorId[] {
    return [...this.#followers.keys()];
  }

  tell(doctorId: DoctorId, change: Change): void {
    for (const { hear } of this.#followers.get(doctorId) ?? []) hear(change);
  }

  tellAll(change: Change): void {
    for (const doctorId of this.doctors()) this.tell(doctorId, change);
  }

  #start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    void this.#source(this, this.#running.signal);
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
