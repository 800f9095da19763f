// How much is asked of whom. Small enough for a minute, large enough to repeat within some percent.

/** Connections to the database, the same for the product and the bare loop. */
export const poolSize = 10;

export const month = { days: 31, appointments: 2_000, warmUp: 60, requests: 100, rounds: 3 };

export const bookings = { warmUp: 1_000, requests: 500, inFlight: 16, rounds: 3, doctors: 20 };

export const race = { clients: 50, rounds: 7 };

/** The volume on which plans are made, and under everything else that is measured. */
export const volume = { doctors: 2_000, clinics: 1_000, patients: 20_000, appointments: 200_000 };
