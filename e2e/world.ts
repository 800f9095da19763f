import { randomInt, randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import { type AppointmentOverrides, createAppointment } from "@/testing/factories/appointment";
import { type AssociationOverrides, createAssociation } from "@/testing/factories/association";
import { type ClinicOverrides, createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import {
  insertPharmacies,
  type PharmacyOverrides,
  pharmacyRow,
} from "@/testing/factories/pharmacy";
import type { UserOverrides } from "@/testing/factories/user";
import { address } from "./address";

/*
 * People and places of one journey's own, written as a seed would, so that journeys never meet.
 */

export type Patient = { id: string; userId: string; email: string; name: string };
export type Clinic = { id: string; slug: string; name: string; timezone: string };
export type Practice = {
  associationId: string;
  doctor: { id: string; userId: string; slug: string; name: string };
  clinic: Clinic;
};
export type PracticeOverrides = {
  clinic?: ClinicOverrides;
  association?: Omit<AssociationOverrides, "doctorId" | "clinicId">;
};

/** A family name that no one else has, in letters alone, so that a search for it finds one. */
export function ownName(): string {
  const letters = Array.from({ length: 9 }, () => String.fromCharCode(97 + randomInt(26)));
  return `Z${letters.join("")}`;
}

export async function aPatient(db: PrismaClient, user: UserOverrides = {}): Promise<Patient> {
  const familyName = ownName();
  const name = `Kim ${familyName}`;
  const patient = await createPatient(db, {
    user: { givenName: "Kim", familyName, fullName: name, ...user },
  });
  if (!patient.user) throw new Error("A patient of a journey is a person.");
  return { id: patient.id, userId: patient.user.id, email: patient.user.email, name };
}

export async function aClinic(db: PrismaClient, overrides: ClinicOverrides = {}): Promise<Clinic> {
  const clinic = await createClinic(db, { name: `${ownName()} Clinic`, ...overrides });
  return {
    id: clinic.id,
    slug: clinic.slug,
    name: clinic.name,
    timezone: clinic.timezone ?? "UTC",
  };
}

/** A doctor at one clinic in Chicago, every day from 9 to 5, half an hour each. */
export async function aPractice(
  db: PrismaClient,
  { clinic: place, association }: PracticeOverrides = {},
): Promise<Practice> {
  const familyName = ownName();
  const name = `Alex ${familyName}`;
  const [clinic, doctor] = await Promise.all([
    aClinic(db, place),
    createDoctor(db, { user: { givenName: "Alex", familyName, fullName: name } }),
  ]);
  const { id } = await createAssociation(db, {
    ...association,
    doctorId: doctor.id,
    clinicId: clinic.id,
  });
  const { slug, userId } = doctor;
  return { associationId: id, doctor: { id: doctor.id, userId, slug, name }, clinic };
}

/**
 * Makes the doctor of a practice one who is not verified: a complete application but for its
 * documents, about a licence of this country.
 */
export async function anApplicant(
  db: PrismaClient,
  { doctor }: Practice,
  licenseCountry: string,
  application: { submittedAt?: Date } = {},
): Promise<{ email: string }> {
  const { user } = await db.doctor.update({
    where: { id: doctor.id },
    data: {
      isVerified: false,
      verifiedAt: null,
      qualification: "MD, Loyola University",
      languagesSpoken: ["English"],
      licenseAuthority: "Illinois Department of Professional Regulation",
      licenseCountry,
      licenseExpiresOn: new Date("2029-12-31T00:00:00Z"),
      ...application,
    },
    include: { user: true },
  });
  return { email: user.email };
}

/** An appointment that stands already, without the pages for it. */
export async function anAppointment(
  db: PrismaClient,
  { associationId, doctor }: Practice,
  patient: Patient,
  startsAt: string,
  overrides: AppointmentOverrides = {},
): Promise<string> {
  const { id } = await createAppointment(db, {
    doctorClinicId: associationId,
    doctorId: doctor.id,
    patientId: patient.id,
    startsAt: new Date(startsAt),
    symptoms: "A cough that stays.",
    bookingKey: randomUUID(),
    ...overrides,
  });
  return id;
}

export type Sea = { near: string; latitude: number; longitude: number };

/** Somewhere in the southern Pacific, where no one else has a pharmacy. */
export function anOwnSea(): Sea {
  const latitude = -(randomInt(40_000, 55_000) / 1000);
  const longitude = -(randomInt(95_000, 140_000) / 1000);
  return { near: `${latitude},${longitude}`, latitude, longitude };
}

/** Pharmacies in a row to the north of a point, the nearest first, 200 metres apart. */
export async function aRowOfPharmacies(
  db: PrismaClient,
  { latitude, longitude }: Sea,
  rows: PharmacyOverrides[],
): Promise<{ id: string; name: string; slug: string }[]> {
  const family = ownName();
  const pharmacies = rows.map((row, index) =>
    pharmacyRow({
      name: `${family} ${String.fromCharCode(65 + index)}`,
      latitude: latitude + (index + 1) * 0.0018,
      longitude,
      ...row,
    }),
  );
  await insertPharmacies(db, pharmacies);
  return pharmacies;
}

/** Lets a person sign in with a password, as someone who signed up some time ago. */
export async function giveSignIn({ userId, email }: Patient, password: string): Promise<void> {
  const service = `http://127.0.0.1:${address.identityPort}/identitytoolkit.googleapis.com/v1`;
  const user = {
    localId: `uid-${userId}`,
    email,
    emailVerified: true,
    rawPassword: password,
  };
  const answer = await fetch(`${service}/projects/demo-medico24/accounts:batchCreate`, {
    method: "POST",
    headers: { Authorization: "Bearer owner", "Content-Type": "application/json" },
    body: JSON.stringify({ users: [user] }),
  });
  if (!answer.ok) throw new Error(`The identity service answered ${await answer.text()}`);
}

/** Every appointment of a doctor as the database has it, by start. */
export function appointmentsWith(db: PrismaClient, practice: Practice) {
  return db.appointment.findMany({
    where: { doctorId: practice.doctor.id },
    orderBy: { startsAt: "asc" },
  });
}
