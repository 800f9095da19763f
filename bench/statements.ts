import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { bookAppointment } from "@/features/appointments/commands/book-appointment";
import { bookInput } from "@/features/appointments/schema";
import { listFreeDays } from "@/features/schedules/queries/list-free-days";
import { slotsInput } from "@/features/schedules/schema";
import type { PatientId } from "@/lib/ids";
import { findActor } from "@/server/actor";
import { createDatabase } from "@/server/db";
import { createPatient } from "@/testing/factories/patient";
import { createSession } from "@/testing/factories/session";
import { createPractice, slotAt } from "./world";

/** What a call says to the database, in order: "BEGIN", "SELECT doctor_clinics", ... */
export type Statements = Record<string, string[]>;

/** Without what stands in parentheses, where there is more than that: the tables of subqueries. */
function outerOf(sql: string): string {
  if (sql.trim().startsWith("WITH")) return sql;
  const outer = sql.replace(/\([^()]*\)/g, "");
  return outer === sql ? sql : outerOf(outer);
}

function shortOf(sql: string): string {
  const [verb = ""] = sql.trim().split(/\s/);
  const table = /\b(?:FROM|INTO|UPDATE)\s+(?:"?public"?\.)?"?(\w+)/i.exec(outerOf(sql))?.[1];
  return [verb.toUpperCase(), table].filter(Boolean).join(" ");
}

/** Lists the statements of a month of free times, of knowing who asks, and of one booking. */
export async function countStatements(url: string): Promise<Statements> {
  let said: string[] = [];
  const db = createDatabase(url, { poolSize: 2, onStatement: (sql) => said.push(shortOf(sql)) });
  const during = async <T>(work: Promise<T>): Promise<[string[], T]> => {
    said = [];
    const answer = await work;
    return [said, answer];
  };
  try {
    const { associationId } = await createPractice(db);
    const patient = await createPatient(db);
    const session = await createSession(db, { userId: patient.userId ?? "" });
    const at = Temporal.Now.instant();
    const input = slotsInput.parse({ associationId, days: 31 });
    const [month] = await during(listFreeDays(db, input, at));
    const [actor, asking] = await during(findActor(db, session, at));
    if (asking.state !== "signed-in") throw new Error(`The patient is ${asking.state}.`);
    const who = { ...asking.actor, patientId: patient.id as PatientId };
    const booking = bookInput.parse({
      associationId,
      startsAt: new Date(slotAt(0)).toISOString(),
      symptoms: "A cough.",
      bookingKey: randomUUID(),
    });
    const [book] = await during(bookAppointment(db, who, booking, at));
    return { month, actor, book };
  } finally {
    await db.$disconnect();
  }
}
