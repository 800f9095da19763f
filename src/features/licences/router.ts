import type { DoctorId, UserId } from "@/lib/ids";
import { adminProcedure, ownPracticeProcedure, router } from "@/server/trpc";
import { decideUnserved } from "./commands/decide-unserved";
import { handInRenewal } from "./commands/hand-in-renewal";
import { reinstateDoctor, suspendDoctor } from "./commands/suspend-doctor";
import { withdrawRenewal } from "./commands/withdraw-renewal";
import { getOwnLicence } from "./queries/get-own-licence";
import { getStanding } from "./queries/get-standing";
import { getUnserved } from "./queries/get-unserved";
import {
  decideInput,
  doctorRef,
  renewalInput,
  renewalRef,
  suspensionInput,
  unservedInput,
} from "./schema";

/** The life of a licence: its end, its renewal, its suspension, and what becomes of the visits. */
export const licencesRouter = router({
  own: ownPracticeProcedure.query(({ ctx }) => getOwnLicence(ctx.db, ctx.doctorId, ctx.now)),
  handIn: ownPracticeProcedure
    .input(renewalInput)
    .mutation(({ ctx, input }) => handInRenewal(ctx.db, doctorOf(ctx), input, ctx.now)),
  withdraw: ownPracticeProcedure
    .input(renewalRef)
    .mutation(({ ctx, input }) => withdrawRenewal(ctx.db, doctorOf(ctx), input)),

  standing: adminProcedure
    .input(doctorRef)
    .query(({ ctx, input }) => getStanding(ctx.db, ctx.actor, input, ctx.now)),
  suspend: adminProcedure
    .input(suspensionInput)
    .mutation(({ ctx, input }) => suspendDoctor(ctx.db, ctx.actor, input, ctx.now)),
  reinstate: adminProcedure
    .input(suspensionInput)
    .mutation(({ ctx, input }) => reinstateDoctor(ctx.db, ctx.actor, input, ctx.now)),

  unserved: adminProcedure
    .input(unservedInput)
    .query(({ ctx, input }) => getUnserved(ctx.db, input, ctx.now)),
  decide: adminProcedure
    .input(decideInput)
    .mutation(({ ctx, input }) => decideUnserved(ctx.db, ctx.actor, input, ctx.now)),
});

type Own = { actor: { userId: UserId }; doctorId: DoctorId };
const doctorOf = ({ actor, doctorId }: Own) => ({ userId: actor.userId, doctorId });
