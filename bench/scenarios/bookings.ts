import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import { type Ask, drive, expectStatus } from "../client";
import type { Samples } from "../figures";
import { bookings } from "../settings";
import { createPeople, createPractice, type Person, type Practice, slotAt } from "../world";
import { type Comparison, compare, type Servers, type Who } from "./compare";

/** One person asks for one slot, as the product's booking form does, or as the bare loop takes it. */
export function askToBook(
  who: Who,
  servers: Servers,
  { patientId, cookie }: Person,
  { doctorId, associationId }: Practice,
  startMs: number,
): Ask {
  const startsAt = new Date(startMs).toISOString();
  if (who === "bare") {
    const body = { patientId, doctorId, associationId, startsAt };
    return { url: servers.bare.url, method: "POST", body };
  }
  const json = { associationId, startsAt, symptoms: "A cough.", bookingKey: randomUUID() };
  return {
    url: `${servers.product.url}/api/trpc/appointments.book`,
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin" },
    body: { json },
  };
}

/** Every round has patients and doctors of its own, so nobody is in anybody's way. */
async function book(
  db: PrismaClient,
  servers: Servers,
  who: Who,
  size: { requests: number; doctors: number },
): Promise<Samples> {
  const people = await createPeople(db, size.requests);
  const practices: Practice[] = [];
  for (let at = 0; at < size.doctors; at++) practices.push(await createPractice(db));
  const asks = people.map((person, index) => {
    const practice = practices[index % size.doctors] as Practice;
    return askToBook(who, servers, person, practice, slotAt(Math.floor(index / size.doctors)));
  });
  const samples = await drive(asks, bookings.inFlight, expectStatus(200));
  const associationIds = practices.map((practice) => practice.associationId);
  const booked = await db.appointment.count({ where: { doctorClinicId: { in: associationIds } } });
  if (booked !== size.requests) throw new Error(`${booked} of ${size.requests} were booked.`);
  return samples;
}

/** Bookings of different patients, over many doctors and then all with one. */
export async function measureBookings(db: PrismaClient, servers: Servers): Promise<Comparison[]> {
  const { requests, warmUp, inFlight, rounds } = bookings;
  const over = (doctors: number) =>
    compare(
      servers,
      `${requests} bookings with ${doctors} doctor${doctors > 1 ? "s" : ""}, ${inFlight} in flight`,
      rounds,
      {
        warmUp: (who) => book(db, servers, who, { requests: warmUp, doctors }),
        measure: (who) => book(db, servers, who, { requests, doctors }),
      },
    );
  return [await over(bookings.doctors), await over(1)];
}
