// The least a server could do, as a measure: node:http and pg, no framework, no rules, no session.
// Prints `READY <port>`. Every figure of the product stands beside one of this, of the same run.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";
import { poolSize } from "./settings";

const MINUTE = 60_000;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: poolSize });

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}

/** The free slots of a doctor who works from 8 to 20 UTC in steps of 15 minutes. */
async function month(query: URLSearchParams, response: ServerResponse): Promise<void> {
  const fromMs = Number(query.get("from"));
  const toMs = Number(query.get("to"));
  const { rows } = await pool.query<{ starts_at: Date }>(
    `SELECT starts_at, ends_at FROM appointments
      WHERE doctor_id = $1 AND status NOT IN ('cancelled', 'no_show')
        AND starts_at >= $2 AND starts_at < $3`,
    [query.get("doctor"), new Date(fromMs), new Date(toMs)],
  );
  const taken = new Set(rows.map((row) => row.starts_at.getTime()));
  const free: string[] = [];
  for (let day = fromMs; day < toMs; day += 1440 * MINUTE)
    for (let at = day + 480 * MINUTE; at < day + 1200 * MINUTE; at += 15 * MINUTE)
      if (!taken.has(at)) free.push(new Date(at).toISOString());
  answer(response, 200, free);
}

async function book(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { patientId, doctorId, associationId, startsAt } = JSON.parse(
    Buffer.concat(chunks).toString(),
  );
  const { rows } = await pool.query(
    `INSERT INTO appointments
       (patient_id, doctor_id, doctor_clinic_id, starts_at, ends_at, timezone, duration_minutes)
     VALUES ($1, $2, $3, $4, $4::timestamptz + interval '15 minutes', 'UTC', 15)
     ON CONFLICT DO NOTHING RETURNING id`,
    [patientId, doctorId, associationId, startsAt],
  );
  answer(response, rows[0] ? 200 : 409, rows[0] ?? { code: "SLOT_TAKEN" });
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const work =
    request.method === "POST" ? book(request, response) : month(url.searchParams, response);
  work.catch((error) => answer(response, 500, { message: String(error) }));
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`READY ${typeof address === "object" && address ? address.port : 0}\n`);
});
