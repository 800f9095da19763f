import { z } from "zod";
import { parsePlainDate } from "@/lib/time/plain-date";

// A form, the wire and the command parse with the same schema, so each must accept its own output.
// An answer left out is ""; the store makes it NULL.

/** One line; what would not show, such as a NUL, is refused. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u, "invalid");

/** The same for several lines. */
export const lines = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[\P{Cc}\t\r\n]*$/u, "invalid");

const phone = z
  .string()
  .transform((typed) => typed.replace(/[\s().\-/\u00a0\u2010-\u2015]/gu, "").replace(/^00/, "+"))
  .pipe(z.e164());

const optionalPhone = z.union([z.literal(""), phone]);

const listOfFacts = z.array(line(100).min(1)).max(50);

const bornFrom = 1900;
const dateOfBirth = z.iso.date({ abort: true }).refine((text) => {
  const date = parsePlainDate(text);
  return date !== null && date.year >= bornFrom;
}, "birthDate");

export const genders = ["female", "male", "other"] as const;
export const bloodGroups = ["A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"] as const;

const name = { givenName: line(100).min(1), familyName: line(100).min(1) };

export const personSchema = z.object({ ...name, phone: optionalPhone });
export const patientSchema = z.object({ ...name, phone, dateOfBirth });

export const healthSchema = z.object({
  gender: z.enum(["", ...genders]),
  bloodGroup: z.enum(["", ...bloodGroups]),
  allergies: listOfFacts,
  chronicConditions: listOfFacts,
});

const contact = z.object({
  emergencyContactName: line(255),
  emergencyContactPhone: optionalPhone,
  emergencyContactRelationship: line(50),
});

type Contact = z.infer<typeof contact>;
const contactKeys = Object.keys(contact.shape) as (keyof Contact)[];

/** Someone to call is a name and a number, or nobody. */
function checkContact(value: Contact, complain: (key: keyof Contact) => void): void {
  if (contactKeys.every((key) => value[key] === "")) return;
  for (const key of ["emergencyContactName", "emergencyContactPhone"] as const)
    if (value[key] === "") complain(key);
}

const missing = (key: string) => ({
  code: "custom" as const,
  path: [key],
  message: "wholeContact",
});

export const contactSchema = contact.superRefine((value, context) =>
  checkContact(value, (key) => context.addIssue(missing(key))),
);

export const insuranceSchema = z.object({
  insuranceProvider: line(255),
  insurancePolicyNumber: line(100),
});

export const addressSchema = z.object({
  address: lines(500),
  city: line(100),
  state: line(100),
  postalCode: line(20),
  country: line(100),
});

export const onboardingSchema = z
  .object({
    ...patientSchema.shape,
    ...healthSchema.shape,
    ...contact.shape,
    ...insuranceSchema.shape,
    ...addressSchema.shape,
  })
  .superRefine((value, context) => checkContact(value, (key) => context.addIssue(missing(key))));

const section = <Name extends string, Values extends z.ZodType>(of: Name, values: Values) =>
  z.object({ section: z.literal(of), values });

/** One part of the profile at a time, so that saving one never undoes another. */
export const profileUpdateSchema = z.discriminatedUnion("section", [
  section("person", personSchema),
  section("patient", patientSchema),
  section("health", healthSchema),
  section("contact", contactSchema),
  section("insurance", insuranceSchema),
  section("address", addressSchema),
]);

export type Onboarding = z.infer<typeof onboardingSchema>;
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>;

export const verificationSchema = z.object({ next: z.string().max(2000).nullable() });

/** Firebase itself asks for six; what it then still finds weak it says itself. */
const newPassword = z.string().min(8).max(200);

export const signInSchema = z.object({
  email: z.string().trim().pipe(z.email()),
  password: z.string().min(1),
});
export const signUpSchema = z.object({ email: signInSchema.shape.email, password: newPassword });
export const resetRequestSchema = z.object({ email: signInSchema.shape.email });
export const newPasswordSchema = z.object({ password: newPassword });
