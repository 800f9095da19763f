import { z } from "zod";
import { countryCodes } from "@/lib/countries";
import { answerSchema, settingsForm, verdictSchema } from "./form-schema";

/** From where a list goes on: microseconds since 1970 and an id, as the page before ended. */
const cursor = z
  .string()
  .regex(/^\d{1,16}_[0-9a-f-]{36}$/)
  .refine((text) => z.guid().safeParse(text.slice(text.indexOf("_") + 1)).success);

/** An answer that a form sends though it was left empty is none. */
const emptyIsNone = z.literal("").transform(() => undefined);

const listInput = {
  q: z.union([emptyIsNone, z.string().trim().max(100)]).optional(),
  country: z.union([emptyIsNone, z.enum(countryCodes)]).optional(),
  after: cursor.optional(),
};

export const doctorShows = [
  "waiting",
  "second",
  "asked",
  "verified",
  "rejected",
  "suspended",
] as const;
export const assignments = ["all", "mine", "nobody"] as const;

/** A page of the list of doctors to check, as its address asks for it. */
export const queueInput = z.object({
  show: z.enum(doctorShows).default("waiting"),
  assigned: z.enum(assignments).default("all"),
  ...listInput,
});

export const pharmacyShows = [
  "waiting",
  "second",
  "asked",
  "verified",
  "rejected",
  "closed",
  "all",
] as const;
export const pharmaciesInput = z.object({
  show: z.enum(pharmacyShows).default("waiting"),
  assigned: z.enum(assignments).default("all"),
  ...listInput,
});

export const doctorRef = z.object({ doctorId: z.guid() });
export const pharmacyRef = z.object({ pharmacyId: z.guid() });
export const documentOfDoctorRef = z.object({ doctorId: z.guid(), documentId: z.guid() });

/** What of a doctor's is decided: an application, or the renewal of a licence. */
const ofDoctor = z.object({ kind: z.enum(["doctor", "renewal"]), id: z.guid() });
const ofPharmacy = z.object({ kind: z.literal("pharmacy"), id: z.guid() });

/** The revision of what was on the reviewer's screen. */
const expectedRevision = z.int().min(0);

const decision = { decided: verdictSchema, expectedRevision };
export const decideDoctorInput = z.object({ subject: ofDoctor, ...decision });
export const decidePharmacyInput = z.object({ subject: ofPharmacy, ...decision });

const answered = { decisionId: z.guid(), answer: answerSchema };
export const answerDoctorInput = z.object({ subject: ofDoctor, ...answered });
export const answerPharmacyInput = z.object({ subject: ofPharmacy, ...answered });

/** `from`: whose it was on the screen. */
const assignment = { from: z.guid().nullable(), to: z.guid().nullable() };
export const assignDoctorInput = z.object({ subject: ofDoctor, ...assignment });
export const assignPharmacyInput = z.object({ subject: ofPharmacy, ...assignment });

export const saveSettingsInput = z.object({ settings: settingsForm, expectedRevision });
