import { z } from "zod";
import { line, lines, personSchema } from "@/features/accounts/schema";
import { countryCodes } from "@/lib/countries";
import { documentKinds } from "./documents";
import { specialities } from "./specialities";

// A form, the wire and the command parse with the same schema, so each must accept its own output.
// An answer left out is "" or, of a number, null; the store makes both NULL.

/** A number as someone types it; null for an empty box. */
function typedNumber(schema: z.ZodNumber) {
  return z
    .union([z.string(), z.number(), z.null()])
    .transform((typed) => (String(typed ?? "").trim() === "" ? null : Number(typed)))
    .pipe(schema.nullable());
}

/** Capitals and single spaces, so that one licence is one text. */
const licenceNumber = line(100)
  .transform((typed) => typed.replace(/\s+/g, " ").toUpperCase())
  .pipe(z.string().min(3).max(100));

/** The oldest and latest that is no slip; whether it lies ahead is a matter of today. */
const expiry = z.iso
  .date({ abort: true })
  .refine((text) => text >= "2000-01-01" && text < "2100-01-01", "licenceExpiry");

/** Told so that namesakes are not taken for each other. */
const birthDate = z.iso.date({ abort: true }).refine((text) => text >= "1900-01-01", "birthDate");

const speciality = {
  specialization: z.enum(specialities),
  subSpecialization: line(200),
};
const licence = {
  licenseNumber: licenceNumber,
  licenseAuthority: line(200).min(1),
  licenseCountry: z.enum(countryCodes),
  licenseExpiresOn: expiry,
};

/** What makes an account a doctor's: who, of what, and licensed by whom. */
export const beginSchema = z.object({ ...personSchema.shape, ...speciality, ...licence });

export const doctorPersonSchema = z.object({
  ...personSchema.shape,
  ...speciality,
  dateOfBirth: z.union([z.literal(""), birthDate]).optional(),
});
export const phoneSchema = personSchema.pick({ phone: true });
export const licenceSchema = z.object({ ...licence, medicalCouncilRegistration: line(100) });
export const experienceSchema = z.object({
  qualification: lines(500).min(1),
  experienceYears: typedNumber(z.int().min(0).max(75)),
  languagesSpoken: z.array(line(100).min(1)).min(1).max(20),
});
export const visitsSchema = z.object({
  consultationFee: typedNumber(z.number().min(0).max(10_000_000).multipleOf(0.01)),
  consultationDurationMinutes: typedNumber(z.int().min(5).max(480)),
});
export const bioSchema = z.object({ bio: lines(2000) });

const section = <Name extends string, Values extends z.ZodType>(of: Name, values: Values) =>
  z.object({ section: z.literal(of), values });

/** One part of the application at a time, so that saving one never undoes another. */
export const saveSchema = z.discriminatedUnion("section", [
  section("person", doctorPersonSchema),
  // Once the name and the speciality are checked, the phone is left.
  section("phone", phoneSchema),
  section("licence", licenceSchema),
  section("experience", experienceSchema),
  section("visits", visitsSchema),
  section("bio", bioSchema),
]);

export type Begin = z.infer<typeof beginSchema>;
export type Save = z.infer<typeof saveSchema>;
export type Answers = Begin &
  Required<Pick<z.infer<typeof doctorPersonSchema>, "dateOfBirth">> &
  z.infer<typeof licenceSchema> &
  z.infer<typeof experienceSchema> &
  z.infer<typeof visitsSchema> &
  z.infer<typeof bioSchema>;

/** A file on its way in. Only this server's own code has a stream to give. */
export const addDocumentSchema = z.object({
  kind: z.enum(documentKinds),
  name: z.string().max(1000),
  /** Bytes, as the request says in advance. */
  size: z.int().min(0),
  body: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
});

export const documentRef = z.object({ documentId: z.guid() });
