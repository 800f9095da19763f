import { z } from "zod";
import { associationIdSchema } from "@/lib/ids";
import { patientProcedure, router } from "@/server/trpc";
import { acceptProposal } from "./commands/accept-proposal";
import { bookAppointment } from "./commands/book-appointment";
import { cancelAppointment } from "./commands/cancel-appointment";
import { declineProposal } from "./commands/decline-proposal";
import { moveAppointment } from "./commands/move-appointment";
import { shareHealth } from "./commands/share-health";
import { getProposal } from "./queries/get-proposal";
import { listMoveTimes } from "./queries/list-move-times";
import { prepareBooking } from "./queries/prepare-booking";
import { getOwnAppointment, listOwnAppointments } from "./read-store";
import { canShareHealth, changesOf, isHealthShown } from "./rules";
import {
  acceptProposalInput,
  appointmentRef,
  bookInput,
  cancelInput,
  declineProposalInput,
  instantSchema,
  listInput,
  moveInput,
  moveTimesInput,
  shareInput,
} from "./schema";

const prepareInput = z.object({ associationId: associationIdSchema, startsAt: instantSchema });

export const appointmentsRouter = router({
  prepare: patientProcedure
    .input(prepareInput)
    .query(({ ctx, input }) => prepareBooking(ctx.db, ctx.patientId, input, ctx.now)),

  book: patientProcedure
    .input(bookInput)
    .mutation(({ ctx, input }) => bookAppointment(ctx.db, ctx.patient, input, ctx.now)),

  move: patientProcedure
    .input(moveInput)
    .mutation(({ ctx, input }) => moveAppointment(ctx.db, ctx.patient, input, ctx.now)),

  cancel: patientProcedure
    .input(cancelInput)
    .mutation(({ ctx, input }) => cancelAppointment(ctx.db, ctx.patient, input, ctx.now)),

  proposal: patientProcedure
    .input(appointmentRef)
    .query(({ ctx, input }) => getProposal(ctx.db, ctx.patientId, input.appointmentId, ctx.now)),

  acceptProposal: patientProcedure
    .input(acceptProposalInput)
    .mutation(({ ctx, input }) => acceptProposal(ctx.db, ctx.patient, input, ctx.now)),

  declineProposal: patientProcedure
    .input(declineProposalInput)
    .mutation(({ ctx, input }) => declineProposal(ctx.db, ctx.patient, input, ctx.now)),

  share: patientProcedure
    .input(shareInput)
    .mutation(({ ctx, input }) => shareHealth(ctx.db, ctx.patient, input, ctx.now)),

  get: patientProcedure.input(appointmentRef).query(async ({ ctx, input }) => {
    const appointment = await getOwnAppointment(
      ctx.db,
      ctx.patientId,
      input.appointmentId,
      ctx.now,
    );
    return {
      ...appointment,
      changes: changesOf(appointment, ctx.now),
      canShareHealth: canShareHealth(appointment, ctx.now),
      isHealthShown: isHealthShown(appointment, ctx.now),
    };
  }),

  moveTimes: patientProcedure
    .input(moveTimesInput)
    .query(({ ctx, input }) => listMoveTimes(ctx.db, ctx.patientId, input, ctx.now)),

  list: patientProcedure
    .input(listInput)
    .query(({ ctx, input }) =>
      listOwnAppointments(ctx.db, ctx.patientId, input.when, ctx.now, input.cursor),
    ),
});
