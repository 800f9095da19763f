import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import { sealTicket, sessionCookie } from "@/server/session-cookie";
import { appointmentRow } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { patientRow } from "@/testing/factories/patient";
import { sessionRow } from "@/testing/factories/session";
import { userRow } from "@/testing/factories/user";
import { secret } from "./server";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The whole hours and zone that the bare loop knows by heart. */
const hours = {
  availableTimeSlots: Object.fromEntries(weekdays.map((day) => [day, ["08:00-20:00"]])),
  consultationDurationMinutes: 15,
};
const slotsADay = 48;

export type Person = { patientId: string; cookie: string };
export type Practice = { doctorId: string; associationId: string };

/** Midnight UTC after the last day that a notice could touch. */
export function firstDay(): number {
  return (Math.floor(Date.now() / DAY) + 2) * DAY;
}

/** The n-th slot of a practice from `firstDay` on, epoch milliseconds. */
export function slotAt(n: number): number {
  const day = Math.floor(n / slotsADay);
  return firstDay() + day * DAY + (480 + (n % slotsADay) * 15) * MINUTE;
}

/** A doctor in UTC who works every day from 8 to 20 in steps of 15 minutes. */
export async function createPractice(db: PrismaClient): Promise<Practice> {
  const clinic = await createClinic(db, { timezone: "UTC" });
  const association = await createAssociation(db, { ...hours, clinicId: clinic.id });
  return { doctorId: association.doctorId, associationId: association.id };
}

/** Patients who have just signed in, each with the cookie that says so. */
export async function createPeople(db: PrismaClient, count: number): Promise<Person[]> {
  const users = Array.from({ length: count }, () => userRow());
  const patients = users.map((user) => patientRow({ userId: user.id }));
  const people = users.map((user) => {
    const plain = randomBytes(32).toString("base64url");
    const token = createHash("sha256").update(plain).digest("hex");
    return { plain, session: sessionRow({ userId: user.id, token, familyId: randomUUID() }) };
  });
  await db.user.createMany({ data: users });
  await db.patient.createMany({ data: patients });
  await db.refreshToken.createMany({ data: people.map(({ session }) => session) });
  const { name } = sessionCookie("http://127.0.0.1");
  return Promise.all(
    people.map(async ({ plain, session: { userId, familyId } }, index) => {
      const ticket = { userId, familyId, secret: plain, rotatedAt: Date.now() };
      const cookie = `${name}=${await sealTicket(ticket, secret)}`;
      return { patientId: patients[index]?.id ?? "", cookie };
    }),
  );
}

/** Takes `count` of a practice's slots, evenly over the `days` to come. */
export async function fillCalendar(
  db: PrismaClient,
  { doctorId, associationId }: Practice,
  count: number,
  days: number,
): Promise<void> {
  const [person] = await createPeople(db, 1);
  const patientId = person?.patientId ?? "";
  const data = Array.from({ length: count }, (_, index) =>
    appointmentRow({
      patientId,
      doctorId,
      doctorClinicId: associationId,
      startsAt: new Date(slotAt(Math.floor((index * days * slotsADay) / count))),
      durationMinutes: 15,
    }),
  );
  await db.appointment.createMany({ data });
}
