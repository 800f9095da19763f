import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { slugOf } from "@/lib/slug";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import { fromDateColumn, parsePlainDate, toDateColumn } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";
import { type ListedDocument, listedDocument } from "./documents";
import type { Answers, Begin } from "./schema";

/** Everything a doctor has told us about themselves, and where their application stands. */
export type Application = Omit<Answers, "specialization" | "licenseNumber"> & {
  specialization: string;
  licenseNumber: string;
  slug: string;
  documents: ListedDocument[];
  /** Instants (ISO). */
  submittedAt: string | null;
  verifiedAt: string | null;
  /** When the last review rejected it, until it is handed in again. */
  rejectedAt: string | null;
  isVerified: boolean;
  /** What the last review said, until the application is handed in again. */
  review: { outcome: "asked" | "rejected"; reasonCode: string | null; words: string | null } | null;
  /** The documents on which a renewal rests that waits or was accepted. */
  renewalDocuments: string[];
};

const documentList = z.array(listedDocument);
const isoOf = (date: Date | null) => date && fromDate(date).toString();

/** A doctor's own application. */
export async function getApplication(db: Db, doctorId: DoctorId): Promise<Application> {
  const row = await db.doctor.findUniqueOrThrow({
    where: { id: doctorId },
    include: {
      user: { select: { givenName: true, familyName: true, phone: true } },
      decisions: {
        where: { renewalId: null, status: "final" },
        orderBy: { decidedAt: "desc" },
        take: 1,
        select: { reasonCode: true, words: true, decidedAt: true },
      },
      renewals: {
        where: { status: { in: ["waiting", "accepted"] } },
        select: { documentId: true },
      },
    },
  });
  return {
    givenName: row.user.givenName ?? "",
    familyName: row.user.familyName ?? "",
    phone: row.user.phone ?? "",
    dateOfBirth: row.dateOfBirth ? fromDateColumn(row.dateOfBirth).toString() : "",
    specialization: row.specialization,
    subSpecialization: row.subSpecialization ?? "",
    licenseNumber: row.licenseNumber,
    licenseAuthority: row.licenseAuthority ?? "",
    licenseCountry: row.licenseCountry ?? "",
    licenseExpiresOn: row.licenseExpiresOn ? fromDateColumn(row.licenseExpiresOn).toString() : "",
    medicalCouncilRegistration: row.medicalCouncilRegistration ?? "",
    qualification: row.qualification ?? "",
    experienceYears: row.experienceYears,
    languagesSpoken: row.languagesSpoken,
    consultationFee: row.consultationFee === null ? null : Number(row.consultationFee),
    consultationDurationMinutes: row.consultationDurationMinutes,
    bio: row.bio ?? "",
    slug: row.slug,
    documents: documentList.parse(row.verificationDocuments ?? []),
    submittedAt: isoOf(row.submittedAt),
    verifiedAt: isoOf(row.verifiedAt),
    rejectedAt: isoOf((row.reviewOutcome === "rejected" && row.decisions[0]?.decidedAt) || null),
    isVerified: row.isVerified === true,
    review: reviewOf(row.reviewOutcome, row.decisions[0]),
    renewalDocuments: row.renewals.map(({ documentId }) => documentId),
  };
}

function reviewOf(
  outcome: string | null,
  said: { reasonCode: string | null; words: string | null } | undefined,
): Application["review"] {
  if (outcome !== "asked" && outcome !== "rejected") return null;
  return { outcome, reasonCode: said?.reasonCode ?? null, words: said?.words ?? null };
}

/** The same, locked until the transaction ends. */
export async function lockApplication(tx: Tx, doctorId: DoctorId): Promise<Application> {
  await tx.$queryRaw`SELECT 1 FROM doctors WHERE id = ${doctorId}::uuid FOR NO KEY UPDATE`;
  return getApplication(tx, doctorId);
}

type DoctorAnswers = Partial<Omit<Answers, "givenName" | "familyName" | "phone">>;

function columnsOf({ licenseExpiresOn, dateOfBirth, ...answers }: DoctorAnswers) {
  const day = licenseExpiresOn ? parsePlainDate(licenseExpiresOn) : null;
  const born = dateOfBirth ? parsePlainDate(dateOfBirth) : null;
  return {
    ...Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, value === "" ? null : value]),
    ),
    ...(day && { licenseExpiresOn: toDateColumn(day) }),
    ...(dateOfBirth !== undefined && { dateOfBirth: born && toDateColumn(born) }),
  };
}

/** Writes some answers. Violates `doctors_license_number_key` where another has that licence. */
export async function saveAnswers(tx: Tx, doctorId: DoctorId, answers: DoctorAnswers) {
  await tx.doctor.update({ where: { id: doctorId }, data: columnsOf(answers) });
}

export async function savePhone(tx: Tx, userId: UserId, phone: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { phone: phone || null } });
}

const mostNamesakes = 10_000;

/**
 * Makes the doctor, with an address made from the name: the second Ana Silva is "ana-silva-2", also
 * where both come at once. Violates `doctors_license_number_key` where another has that licence.
 */
export async function insertDoctor(tx: Tx, userId: UserId, input: Begin): Promise<DoctorId> {
  const { givenName, familyName, phone: _, ...answers } = input;
  const name = slugOf(`${givenName} ${familyName}`).slice(0, 200) || "doctor";
  const { specialization, subSpecialization, licenseNumber } = answers;
  const { licenseAuthority, licenseCountry, licenseExpiresOn } = answers;
  for (let count = await countNamesakes(tx, name); count < mostNamesakes; count++) {
    const slug = count === 0 ? name : `${name}-${count + 1}`;
    const [row] = await tx.$queryRaw<{ id: DoctorId }[]>(Prisma.sql`
      INSERT INTO doctors (user_id, slug, specialization, sub_specialization, license_number,
        license_authority, license_country, license_expires_on, languages_spoken)
      VALUES (${userId}::uuid, ${slug}, ${specialization}, ${subSpecialization || null},
        ${licenseNumber}, ${licenseAuthority}, ${licenseCountry}, ${licenseExpiresOn}::date, '{}')
      ON CONFLICT (slug) DO NOTHING RETURNING id`);
    if (row) return row.id;
  }
  throw new Error("No address is left for this name.");
}

/** How many addresses there are of a name: a good number to go on from, not a sure one. */
async function countNamesakes(tx: Tx, name: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM doctors
    WHERE slug = ${name} OR slug ~ ${`^${name}-[0-9]+$`}`);
  return rows[0]?.count ?? 0;
}

/** Whether a person has ever had an appointment as a patient; their profile is locked from here on. */
export async function lockPatientVisits(tx: Tx, userId: UserId): Promise<boolean> {
  // A booking under way holds the profile, so it has either been counted below or finds it gone.
  await tx.$queryRaw`SELECT 1 FROM patients WHERE user_id = ${userId}::uuid FOR UPDATE`;
  return hasVisits(tx, userId);
}

export async function hasVisits(db: Db, userId: UserId): Promise<boolean> {
  return (await db.appointment.count({ where: { patient: { userId } }, take: 1 })) > 0;
}

/** Makes an account a doctor's; what it kept as a patient's goes. */
export async function makeDoctor(tx: Tx, userId: UserId): Promise<void> {
  await tx.patient.deleteMany({ where: { userId } });
  await tx.user.update({ where: { id: userId }, data: { role: "doctor", isOnboarded: true } });
}

export async function findOwnDoctor(tx: Tx, userId: UserId): Promise<DoctorId | null> {
  const row = await tx.doctor.findUnique({ where: { userId }, select: { id: true } });
  return (row?.id ?? null) as DoctorId | null;
}

/** Files that are in the list no more are put down for removal by the database. */
export async function saveDocuments(
  tx: Tx,
  doctorId: DoctorId,
  documents: ListedDocument[],
): Promise<void> {
  await tx.doctor.update({
    where: { id: doctorId },
    data: { verificationDocuments: documents },
  });
}

/** Null takes it back. What the last review said is answered by handing in again. */
export async function markSubmitted(tx: Tx, doctorId: DoctorId, at: Instant | null): Promise<void> {
  await tx.doctor.update({
    where: { id: doctorId },
    data: { submittedAt: at && toDate(at), ...(at && { reviewOutcome: null }) },
  });
}
