import { booking, db, now, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { createAdmin } from "@/testing/factories/admin";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";

export const nine = "2026-10-29T14:00:00Z";
export const ten = "2026-10-29T15:00:00Z";
export const reason = "Asked for by the board";

export const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A moderator, and the calls they may make. */
export async function aModerator() {
  const admin = await createAdmin(db, { accessLevel: "moderator" });
  return { admin, api: await callAs(db, admin.userId, now) };
}

/** A doctor with appointments at these times, each of a patient of its own. */
export async function aPractice(times: string[] = [nine, ten], overrides = {}) {
  const doctor = await createDoctor(db, overrides);
  const association = await createAssociation(db, { doctorId: doctor.id });
  const patients = await Promise.all(times.map(() => patientCaller()));
  const ids: string[] = [];
  for (const [index, time] of times.entries()) {
    const id = await patients[index]?.api.appointments.book(booking(association.id, time));
    ids.push(id ?? "");
  }
  const api = await callAs(db, doctor.userId, now);
  const revision = async () =>
    (await db.doctor.findUniqueOrThrow({ where: { id: doctor.id } })).revision;
  const ends = (day: string) =>
    db.doctor.update({ where: { id: doctor.id }, data: { licenseExpiresOn: dateOf(day) } });
  return { doctor, association, patients, ids, api, revision, ends };
}

/** Kinds of what somebody was told, oldest first. */
export async function toldTo(userId: string | null | undefined): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { userId: userId ?? "" },
    orderBy: { sentAt: "asc" },
  });
  return rows.map(({ notificationType }) => notificationType ?? "");
}
