import { changes } from "@/server/ports/changes-database";
import { doctorProcedure, practisingProcedure, router } from "@/server/trpc";
import {
  cancelVisitInput,
  delayInput,
  findPatientsInput,
  moveVisitInput,
  proposeInput,
  rangeInput,
  takeInput,
  unblockInput,
  walkInInput,
  writeInput,
} from "./agenda-schema";
import { addWalkIn } from "./commands/add-walk-in";
import { announceDelay } from "./commands/announce-delay";
import { cancelVisit } from "./commands/cancel-visit";
import { lookAtVisit } from "./commands/look-at-visit";
import { moveVisit } from "./commands/move-visit";
import { proposeTime } from "./commands/propose-time";
import { removeBlock } from "./commands/remove-block";
import { takeStep } from "./commands/take-step";
import { writeWords } from "./commands/write-words";
import { followAgenda } from "./live";
import { readRange } from "./queries/read-range";
import { appointmentRef } from "./schema";
import { listKnownPatients } from "./visit-read-store";

/** Who acts on their own appointments. */
const visitProcedure = doctorProcedure.use(({ ctx, next }) => {
  const { userId, name } = ctx.actor;
  const doctor = { doctorId: ctx.verifiedDoctorId, userId, name, isLicensed: true };
  return next({ ctx: { doctor } });
});

/** The same, also once their licence has ended: for looking, closing and cancelling. */
const pastVisitProcedure = practisingProcedure.use(({ ctx, next }) => {
  const { userId, name, verifiedDoctorId } = ctx.actor;
  const isLicensed = verifiedDoctorId !== null;
  return next({ ctx: { doctor: { doctorId: ctx.practisingDoctorId, userId, name, isLicensed } } });
});

/** A doctor's day. */
export const agendaRouter = router({
  range: pastVisitProcedure
    .input(rangeInput)
    .query(({ ctx, input }) => readRange(ctx.db, ctx.practisingDoctorId, input, ctx.now)),

  visit: pastVisitProcedure
    .input(appointmentRef)
    .query(({ ctx, input }) => lookAtVisit(ctx.db, ctx.doctor, input, ctx.now)),

  take: pastVisitProcedure
    .input(takeInput)
    .mutation(({ ctx, input }) => takeStep(ctx.db, ctx.doctor, input, ctx.now)),

  cancel: pastVisitProcedure
    .input(cancelVisitInput)
    .mutation(({ ctx, input }) => cancelVisit(ctx.db, ctx.doctor, input, ctx.now)),

  move: visitProcedure
    .input(moveVisitInput)
    .mutation(({ ctx, input }) => moveVisit(ctx.db, ctx.doctor, input, ctx.now)),

  propose: visitProcedure
    .input(proposeInput)
    .mutation(({ ctx, input }) => proposeTime(ctx.db, ctx.doctor, input, ctx.now)),

  write: pastVisitProcedure
    .input(writeInput)
    .mutation(({ ctx, input }) => writeWords(ctx.db, ctx.doctor, input, ctx.now)),

  walkIn: visitProcedure
    .input(walkInInput)
    .mutation(({ ctx, input }) => addWalkIn(ctx.db, ctx.doctor, input, ctx.now)),

  // Asks only, but a name has no place in an address, where logs would keep it.
  findPatients: visitProcedure
    .input(findPatientsInput)
    .mutation(({ ctx, input }) => listKnownPatients(ctx.db, ctx.verifiedDoctorId, input.text)),

  delay: visitProcedure
    .input(delayInput)
    .mutation(({ ctx, input }) => announceDelay(ctx.db, ctx.doctor, input, ctx.now)),

  unblock: pastVisitProcedure
    .input(unblockInput)
    .mutation(({ ctx, input }) => removeBlock(ctx.db, ctx.doctor, input)),

  changes: pastVisitProcedure.subscription(({ ctx, signal }) =>
    followAgenda(changes(), ctx.practisingDoctorId, signal),
  ),
});
