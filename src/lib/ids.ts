import { z } from "zod";

declare const brand: unique symbol;
/** Of one type for each name, so that who has two names is of both. */
type Branded<Name extends string> = string & { readonly [brand]: Readonly<Record<Name, true>> };

export type UserId = Branded<"UserId">;
export type PatientId = Branded<"PatientId">;
export type DoctorId = Branded<"DoctorId">;
/** Minted by `server/actor.ts` alone, after reading role, activity and licence from the database. */
export type VerifiedDoctorId = DoctorId & Branded<"VerifiedDoctorId">;
/** Minted there, too: verified and not suspended, however long ago the licence ended. */
export type PractisingDoctorId = DoctorId & Branded<"PractisingDoctorId">;
export type AssociationId = Branded<"AssociationId">;
export type AppointmentId = Branded<"AppointmentId">;

// PostgreSQL takes any 128 bits for a UUID, not only the versions that a standard names.
export const associationIdSchema = z.guid().transform((id) => id as AssociationId);
export const appointmentIdSchema = z.guid().transform((id) => id as AppointmentId);
export const doctorIdSchema = z.guid().transform((id) => id as DoctorId);
export const patientIdSchema = z.guid().transform((id) => id as PatientId);

/** The readable part of a public address: "anna-mueller", "lakeview-clinic-2". */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(255);
