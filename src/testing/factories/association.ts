import { randomUUID } from "node:crypto";
import type { DoctorClinic, Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import { createClinic } from "./clinic";
import { createDoctor } from "./doctor";
import type { Overrides } from "./overrides";

export type AssociationOverrides = Overrides<Prisma.DoctorClinicCreateManyInput>;

/** Active since 2020 (an ended one until 2025), open to bookings, every day 09:00-17:00 in steps of 30 minutes. */
export function associationRow(
  overrides: AssociationOverrides & { doctorId: string; clinicId: string },
) {
  const allDay = ["09:00-17:00"];
  return {
    id: randomUUID(),
    isPrimary: false,
    status: "active",
    consultationFee: 100,
    consultationDurationMinutes: 30,
    availableTimeSlots: {
      monday: allDay,
      tuesday: allDay,
      wednesday: allDay,
      thursday: allDay,
      friday: allDay,
      saturday: allDay,
      sunday: allDay,
    },
    appointmentBookingEnabled: true,
    startDate: new Date("2020-01-01"),
    endDate: overrides.status === "ended" ? new Date("2025-12-31") : null,
    ...overrides,
  } satisfies Prisma.DoctorClinicCreateManyInput;
}

/** An association, and its doctor and clinic unless they are named. */
export async function createAssociation(
  db: Db,
  overrides: AssociationOverrides = {},
): Promise<DoctorClinic> {
  const doctorId = overrides.doctorId ?? (await createDoctor(db)).id;
  const clinicId = overrides.clinicId ?? (await createClinic(db)).id;
  return db.doctorClinic.create({ data: associationRow({ ...overrides, doctorId, clinicId }) });
}
