import { randomUUID } from "node:crypto";
import { instantOf } from "@/lib/time/instant";
import { refusalOf } from "@/server/trpc";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createBlockedTime } from "@/testing/factories/blocked-time";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { createReview } from "@/testing/factories/review";
import { createScheduleException } from "@/testing/factories/schedule-exception";

const db = testDatabase();
export const ownersNow = instantOf(Date.UTC(2026, 9, 28, 15));
const ahead = new Date("2026-10-30T15:00:00Z");
const behind = new Date("2026-10-20T15:00:00Z");
const proposed = new Date("2026-11-02T15:00:00Z");

const document = (kind: string) => ({
  id: randomUUID(),
  kind,
  key: `documents/${randomUUID()}`,
  sha256: "0".repeat(64),
  name: "licence.pdf",
  type: "application/pdf",
  size: 1000,
  uploadedAt: "2026-10-01T15:00:00Z",
});

/** A patient and their doctor with one of everything that a procedure may name by its id. */
export async function anOwner() {
  const documents = [document("licence"), document("other")] as const;
  const doctor = await createDoctor(db, {
    licenseExpiresOn: new Date("2027-06-30"),
    verificationDocuments: [...documents],
    verifiedAt: new Date("2026-01-01T00:00:00Z"),
  });
  const association = await createAssociation(db, { doctorId: doctor.id });
  const patient = await createPatient(db);
  const between = { patientId: patient.id, doctorId: doctor.id, doctorClinicId: association.id };
  const visit = await createAppointment(db, { ...between, startsAt: ahead });
  const past = await createAppointment(db, { ...between, startsAt: behind, status: "completed" });
  const reviewed = await createAppointment(db, {
    ...between,
    startsAt: new Date(behind.getTime() - 86_400_000),
    status: "completed",
  });
  await db.appointmentProposal.create({
    data: { appointmentId: visit.id, startsAt: proposed, proposedBy: doctor.userId },
  });
  const renewal = await db.licenceRenewal.create({
    data: {
      doctorId: doctor.id,
      expiresOn: new Date("2029-06-30"),
      documentId: documents[0].id,
      handedInAt: behind,
    },
  });
  const message = await db.notification.create({
    data: { userId: patient.userId, deviceToken: "in-app", title: "Hello", body: "You." },
  });
  const pharmacist = await createPharmacyStaff(db);
  const { pharmacyId } = pharmacist;
  const colleague = await createPharmacyStaff(db, {
    pharmacyId,
    position: "staff",
    isOwner: false,
    isPrimaryContact: false,
  });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: patient.userId as string } });
  const invitation = await db.pharmacyInvitation.create({
    data: {
      pharmacyId,
      email,
      position: "staff",
      tokenHash: (randomUUID() + randomUUID()).replaceAll("-", ""),
      invitedBy: pharmacist.userId,
      expiresAt: ahead,
    },
  });
  const clinic = await createClinic(db, { status: "proposed", proposedBy: doctor.userId });
  return {
    patient: await callAs(db, patient.userId, ownersNow),
    doctor: await callAs(db, doctor.userId, ownersNow),
    staff: await callAs(db, pharmacist.userId, ownersNow),
    doctorUserId: doctor.userId,
    doctorId: doctor.id,
    patientId: patient.id,
    associationId: association.id,
    visitId: visit.id,
    revision: visit.revision,
    pastId: past.id,
    reviewId: (await createReview(db, { appointmentId: reviewed.id })).id,
    documentId: documents[1].id,
    licenceDocumentId: documents[0].id,
    blockId: (await createBlockedTime(db, { doctorId: doctor.id })).id,
    exceptionId: (await createScheduleException(db, { doctorId: doctor.id })).id,
    renewalId: renewal.id,
    messageId: message.id,
    proposedClinicId: clinic.id,
    staffId: colleague.id,
    invitationId: invitation.id,
  };
}

export type Owner = Awaited<ReturnType<typeof anOwner>>;

/** All that the database holds, in one text for each table; what was only counted is left out. */
export async function digest(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('_prisma_migrations', 'spatial_ref_sys', 'request_tallies')`;
  const sql = tables.map(
    ({ name }) => `SELECT '${name}' AS name,
      md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS content FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<{ name: string; content: string }[]>(
    sql.join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

/** The names of the tables whose content is another than it was. */
export async function changedTables(before: Record<string, string>): Promise<string[]> {
  const after = await digest();
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}

/** How a call ends: the code of its refusal, or OK and with what. */
export async function ending(call: Promise<unknown>): Promise<{ code: string; answer?: unknown }> {
  return call.then(
    (answer) => ({ code: "OK", answer }),
    (error: unknown) => ({ code: refusalOf(error).code }),
  );
}
