/*
 * Where the journeys find the product. `E2E_PORT` moves all of it, so that two runs can be side by
 * side; `E2E_DATABASE_URL` names an empty PostgreSQL to use instead of the embedded one.
 */
const port = Number(process.env.E2E_PORT ?? 3224);

export const address = {
  port,
  site: `http://127.0.0.1:${port}`,
  identityPort: port + 1,
  databasePort: port + 2,
  databaseUrl:
    process.env.E2E_DATABASE_URL ?? `postgresql://postgres@127.0.0.1:${port + 2}/postgres`,
  /** Both sides know it, so that a journey can begin signed in. It guards nothing. */
  sessionKey: "known-to-every-journey-and-guards-nothing",
  /** Where the product's clock starts: four days before Chicago's clocks go back. */
  clock: "2026-10-28T15:00:00Z",
} as const;
