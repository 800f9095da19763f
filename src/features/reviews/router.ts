import { appointmentRef } from "@/features/appointments/schema";
import {
  adminProcedure,
  doctorProcedure,
  ownPracticeProcedure,
  patientProcedure,
  publicProcedure,
  router,
} from "@/server/trpc";
import { answerReview } from "./commands/answer-review";
import { hideReview, showReview } from "./commands/moderate-review";
import { writeReview } from "./commands/write-review";
import { getOwnVisit } from "./queries/get-own-visit";
import { countStars, listModerated, listOwn, listPublic } from "./read-store";
import {
  answerInput,
  hideInput,
  moderationInput,
  ofDoctorInput,
  ownReviewsInput,
  reviewRef,
  writeInput,
} from "./schema";

export const reviewsRouter = router({
  /** A page of what anyone may read of a doctor. */
  ofDoctor: publicProcedure
    .input(ofDoctorInput)
    .query(({ ctx, input }) => listPublic(ctx.db, input, ctx.now)),

  stars: publicProcedure
    .input(ofDoctorInput.pick({ slug: true }))
    .query(({ ctx, input }) => countStars(ctx.db, input.slug, ctx.now)),

  ofVisit: patientProcedure
    .input(appointmentRef)
    .query(({ ctx, input }) => getOwnVisit(ctx.db, ctx.patientId, input.appointmentId)),

  write: patientProcedure
    .input(writeInput)
    .mutation(({ ctx, input }) => writeReview(ctx.db, ctx.patient, input, ctx.now)),

  own: ownPracticeProcedure
    .input(ownReviewsInput)
    .query(({ ctx, input }) => listOwn(ctx.db, ctx.doctorId, input)),

  answer: doctorProcedure
    .input(answerInput)
    .mutation(({ ctx, input }) =>
      answerReview(ctx.db, { ...ctx.actor, doctorId: ctx.verifiedDoctorId }, input, ctx.now),
    ),

  moderation: adminProcedure
    .input(moderationInput)
    .query(({ ctx, input }) => listModerated(ctx.db, input)),

  hide: adminProcedure
    .input(hideInput)
    .mutation(({ ctx, input }) => hideReview(ctx.db, ctx.actor, input, ctx.now)),

  show: adminProcedure
    .input(reviewRef)
    .mutation(({ ctx, input }) => showReview(ctx.db, ctx.actor, input)),
});
