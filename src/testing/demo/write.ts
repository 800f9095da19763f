import { knowHolidays } from "@/features/opening-hours/holidays-store";
import type { Tx } from "@/server/db";
import { insertDistricts } from "@/testing/factories/duty";
import { insertPharmacies } from "@/testing/factories/pharmacy";
import type { World } from "./world";

/** Writes the world in one transaction, in the order in which rows refer to each other. */
export async function writeWorld(tx: Tx, world: World): Promise<void> {
  await tx.user.createMany({ data: world.users });
  await tx.admin.createMany({ data: world.admins.map(({ row }) => row) });
  await tx.patient.createMany({ data: world.patients.map(({ row }) => row) });
  await tx.clinic.createMany({ data: world.clinics.map(({ row }) => row) });
  await tx.clinic.createMany({ data: world.proposedClinics });
  await tx.doctor.createMany({ data: world.doctors.map(({ row }) => row) });
  await tx.doctorClinic.createMany({ data: world.associations.map(({ row }) => row) });
  await tx.doctorClinic.createMany({ data: world.proposedAssociations });
  await tx.scheduleException.createMany({ data: world.exceptions });
  await tx.blockedTime.createMany({ data: world.blocks });
  await tx.appointment.createMany({ data: world.visits.map(({ row }) => row) });
  await dateHistory(tx);
  await tx.review.createMany({ data: world.reviews });
  await insertPharmacies(tx, world.pharmacies);
  for (const country of new Set(world.pharmacies.map((pharmacy) => pharmacy.country)))
    if (country) await knowHolidays(tx, country, world.holidayYears);
  await insertDistricts(tx, world.duty);
  await tx.dutyShift.createMany({ data: world.duty.flatMap(({ shifts }) => shifts) });
  await tx.pharmacyStaff.createMany({ data: [world.owner.row] });
  await tx.notification.createMany({ data: world.notifications });
  await tx.auditEntry.createMany({ data: [...submissions(world), ...verifications(world)] });
}

/** The record of each application that waits. */
function submissions({ doctors }: World) {
  return doctors.flatMap(({ user, row }) =>
    row.submittedAt
      ? [
          {
            at: row.submittedAt,
            actorUserId: user.id,
            action: "doctor.submit",
            subjectType: "doctor",
            subjectId: row.id,
          },
        ]
      : [],
  );
}

/** The record of each licence that the moderator has looked at. */
function verifications({ doctors, moderator }: World) {
  return doctors.flatMap(({ row }) =>
    row.verifiedAt
      ? [
          {
            at: row.verifiedAt,
            actorUserId: moderator.user.id,
            action: "doctor.verify",
            subjectType: "doctor",
            subjectId: row.id,
          },
        ]
      : [],
  );
}

/** What the visits' history says of when: not the moment at which the world was written. */
async function dateHistory(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE appointment_history h SET at = CASE
      WHEN a.status IN ('completed', 'no_show') THEN a.ends_at
      ELSE coalesce(a.cancelled_at, a.created_at) AT TIME ZONE 'UTC' END
    FROM appointments a WHERE a.id = h.appointment_id`;
}
