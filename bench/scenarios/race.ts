import type { PrismaClient } from "@/generated/prisma/client";
import { type Answer, drive } from "../client";
import type { Samples } from "../figures";
import { race } from "../settings";
import { createPeople, createPractice, slotAt } from "../world";
import { askToBook } from "./bookings";
import { type Comparison, compare, type Servers, type Who } from "./compare";

/** What a loser must be told: that the time is taken, and by the product which times are near. */
function isGraceful(who: Who, { status, text }: Answer): boolean {
  if (status !== 409) return false;
  if (who === "bare") return true;
  const { code, nearest } = JSON.parse(text).error.json.data.refusal;
  return code === "SLOT_TAKEN" && nearest.length > 0;
}

async function run(db: PrismaClient, servers: Servers, who: Who): Promise<Samples> {
  const practice = await createPractice(db);
  const people = await createPeople(db, race.clients);
  const asks = people.map((person) => askToBook(who, servers, person, practice, slotAt(5)));
  const answers: Answer[] = [];
  const samples = await drive(asks, race.clients, (answer) => void answers.push(answer));
  const winners = answers.filter((answer) => answer.status === 200).length;
  const odd = answers.find((answer) => answer.status !== 200 && !isGraceful(who, answer));
  if (odd) throw new Error(`A loser was told ${odd.status}: ${odd.text.slice(0, 500)}`);
  const where = { doctorClinicId: practice.associationId };
  const written = await db.appointment.count({ where });
  if (winners !== 1 || written !== 1)
    throw new Error(`${winners} winners and ${written} appointments for one slot.`);
  return samples;
}

/** Everyone wants the same slot at once: exactly one gets it, the others hear what else is free. */
export async function measureRace(db: PrismaClient, servers: Servers): Promise<Comparison[]> {
  const name = `${race.clients} clients at one slot`;
  const work = (who: Who) => run(db, servers, who);
  return [await compare(servers, name, race.rounds, { warmUp: work, measure: work })];
}
