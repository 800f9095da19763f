import { z } from "zod";
import { line, personSchema } from "@/features/accounts/schema";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { pharmacyFacts, readRadius } from "@/features/registry/form-schema";
import { staffPermissions, staffPositions } from "@/lib/staff-rights";
import { typedText } from "@/lib/text";

/*
 * Joining a pharmacy, keeping it, and its colleagues. Forms load this: no Temporal.
 */

export const pharmacyRef = z.object({ pharmacyId: z.guid() });
export const findInput = z.object({ text: typedText(100) });

const position = z.enum(staffPositions);
const claimWords = { licenseNumber: line(100), words: typedText(1000) };

/** Who somebody is and what they are at a pharmacy that is here already. */
export const claimForm = z.object({ person: personSchema, role: position, ...claimWords });
export type ClaimDraft = z.input<typeof claimForm>;
export const claimInput = pharmacyRef.extend({ answers: claimForm });

/** A pharmacy that is not here yet; whoever puts it forward is its owner. */
export const proposeForm = pharmacyFacts
  .pick({
    name: true,
    phone: true,
    website: true,
    address: true,
    city: true,
    country: true,
    position: true,
    timezone: true,
    licenseAuthority: true,
  })
  .extend({ person: personSchema, ...claimWords, licenseNumber: line(100).min(1) });
export type ProposeDraft = z.input<typeof proposeForm>;
export type ProposeAnswers = z.infer<typeof proposeForm>;
export const proposeInput = z.object({
  answers: proposeForm,
  /** Said after seeing those that are much alike: it is none of them. */
  isNone: z.boolean(),
});

export const claimShows = ["open", "decided"] as const;
export const claimsInput = z.object({
  show: z.enum(claimShows).default("open"),
  /** The last claim of the page before. */
  after: z.guid().optional(),
});
const reason = typedText(500);
export const reasonForm = z.object({ reason: reason.pipe(z.string().min(1, "required")) });
export const decideInput = z.discriminatedUnion("verdict", [
  z.object({ claimId: z.guid(), verdict: z.literal("approve") }),
  z.object({ claimId: z.guid(), verdict: z.literal("reject"), ...reasonForm.shape }),
]);

const expectedRevision = z.int().min(0);
export const confirmInput = z.object({ expectedRevision });
export const hoursInput = z.object({ expectedRevision, hours: openingHoursSchema });

/** What staff say of their pharmacy; its name, place and licence were checked. */
const ownFacts = pharmacyFacts.pick({
  description: true,
  phone: true,
  email: true,
  website: true,
  services: true,
  supportsDelivery: true,
  acceptsInsurance: true,
  insurance: true,
});
export const profileForm = ownFacts.extend({ deliveryRadiusKm: z.string() }).transform(readRadius);
export type ProfileDraft = z.input<typeof profileForm>;
export const profileAnswers = ownFacts
  .extend({ deliveryRadiusKm: z.number().min(0.1).max(100).nullable() })
  .refine((answers) => answers.supportsDelivery === (answers.deliveryRadiusKm !== null), {
    path: ["deliveryRadiusKm"],
    message: "radius",
  });
export const profileInput = z.object({ expectedRevision, answers: profileAnswers });

const colleagueRef = z.object({ staffId: z.guid(), expectedRevision });
export const colleagueForm = z.object({ position, permissions: staffPermissions });
export const colleagueInput = colleagueRef.extend(colleagueForm.shape);
export const removeInput = colleagueRef;

export const inviteInput = z.object({
  email: typedText(255).pipe(z.email()),
  position,
});
export const invitationRef = z.object({ invitationId: z.guid() });
/** What the link holds. */
export const tokenInput = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
export const acceptForm = z.object({ person: personSchema });
/** By the link, or by the invitation itself where it is to one's own address. */
export const acceptInput = acceptForm.extend({ by: z.union([tokenInput, invitationRef]) });
