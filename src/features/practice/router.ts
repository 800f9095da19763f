import type { DoctorId, UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { ownPracticeProcedure, router } from "@/server/trpc";
import { associationRef, detailsInput, joinInput } from "./association-schema";
import { listOwnAssociations } from "./association-store";
import { clinicRef, findInput, placeInput, proposeInput } from "./clinic-schema";
import { findClinics, type Seeker } from "./clinic-store";
import { joinClinic } from "./commands/join-clinic";
import { proposeClinic } from "./commands/propose-clinic";
import { saveChange } from "./commands/save-change";
import { updateAssociation } from "./commands/update-association";
import { describePlace } from "./queries/describe-place";
import { getAssociation, getClinicToJoin } from "./queries/get-association";
import { getHours } from "./queries/get-hours";
import { getTimeOff } from "./queries/get-time-off";
import { previewChange } from "./queries/preview-change";
import { previewInput, saveInput } from "./schema";

type SeekerContext = { actor: { userId: UserId }; doctorId: DoctorId; now: Instant };

const seekerOf = (ctx: SeekerContext): Seeker => ({
  userId: ctx.actor.userId,
  doctorId: ctx.doctorId,
  now: ctx.now,
});

/** A doctor's own practice, verified or not: someone else's association is NOT_FOUND. */
export const practiceRouter = router({
  clinics: ownPracticeProcedure.query(({ ctx }) =>
    listOwnAssociations(ctx.db, ctx.doctorId, ctx.now),
  ),
  association: ownPracticeProcedure
    .input(associationRef)
    .query(({ ctx, input }) => getAssociation(ctx.db, ctx.doctorId, input.associationId, ctx.now)),
  hours: ownPracticeProcedure
    .input(associationRef)
    .query(({ ctx, input }) => getHours(ctx.db, ctx.doctorId, input.associationId, ctx.now)),
  timeOff: ownPracticeProcedure.query(({ ctx }) => getTimeOff(ctx.db, ctx.doctorId, ctx.now)),
  // It only looks, but what it is told must not stand in an address: hence no query.
  preview: ownPracticeProcedure
    .input(previewInput)
    .mutation(({ ctx, input }) => previewChange(ctx.db, ctx.doctorId, input.change, ctx.now)),
  save: ownPracticeProcedure
    .input(saveInput)
    .mutation(({ ctx, input }) => saveChange(ctx.db, seekerOf(ctx), input, ctx.now)),
  findClinics: ownPracticeProcedure
    .input(findInput)
    .query(({ ctx, input }) => findClinics(ctx.db, seekerOf(ctx), input.text)),
  clinicToJoin: ownPracticeProcedure
    .input(clinicRef)
    .query(({ ctx, input }) => getClinicToJoin(ctx.db, seekerOf(ctx), input.clinicId)),
  describePlace: ownPracticeProcedure.input(placeInput).query(({ input }) => describePlace(input)),
  joinClinic: ownPracticeProcedure
    .input(joinInput)
    .mutation(({ ctx, input }) => joinClinic(ctx.db, seekerOf(ctx), input)),
  proposeClinic: ownPracticeProcedure
    .input(proposeInput)
    .mutation(({ ctx, input }) => proposeClinic(ctx.db, seekerOf(ctx), input)),
  updateAssociation: ownPracticeProcedure
    .input(detailsInput)
    .mutation(({ ctx, input }) => updateAssociation(ctx.db, seekerOf(ctx), input)),
});
