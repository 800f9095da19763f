import { Temporal } from "temporal-polyfill";
import {
  adminProcedure,
  publicProcedure,
  router,
  signedInProcedure,
  staffProcedure,
} from "@/server/trpc";
import { listClaims } from "./claim-store";
import { acceptInvitation } from "./commands/accept-invitation";
import { changeColleague } from "./commands/change-colleague";
import { claimPharmacy } from "./commands/claim-pharmacy";
import { confirmHours } from "./commands/confirm-hours";
import { decideClaim } from "./commands/decide-claim";
import { inviteColleague, withdrawInvitation } from "./commands/invite-colleague";
import { proposePharmacy } from "./commands/propose-pharmacy";
import { leavePharmacy, removeColleague } from "./commands/remove-colleague";
import { saveHours } from "./commands/save-hours";
import { saveProfile } from "./commands/save-profile";
import { withdrawClaim } from "./commands/withdraw-claim";
import { findPharmacies } from "./join-store";
import { pharmacyToClaim } from "./queries/pharmacy-to-claim";
import { showColleagues } from "./queries/show-colleagues";
import { isInvited, showInvitation } from "./queries/show-invitation";
import { showJoining } from "./queries/show-joining";
import { showProfile } from "./queries/show-profile";
import { showRoom } from "./queries/show-room";
import {
  acceptInput,
  claimInput,
  claimsInput,
  colleagueInput,
  confirmInput,
  decideInput,
  findInput,
  hoursInput,
  invitationRef,
  inviteInput,
  pharmacyRef,
  profileInput,
  proposeInput,
  removeInput,
  tokenInput,
} from "./schema";

const memberOf = (ctx: {
  actor: { userId: Parameters<typeof confirmHours>[1]["userId"] };
  staff: { pharmacyId: string };
}) => ({ userId: ctx.actor.userId, pharmacyId: ctx.staff.pharmacyId });

export const pharmacyStaffRouter = router({
  joining: signedInProcedure.query(({ ctx }) => showJoining(ctx.db, ctx.actor, ctx.now)),
  find: signedInProcedure
    .input(findInput)
    .query(({ ctx, input }) => findPharmacies(ctx.db, input.text)),
  pharmacyToClaim: signedInProcedure
    .input(pharmacyRef)
    .query(({ ctx, input }) => pharmacyToClaim(ctx.db, input.pharmacyId)),
  claim: signedInProcedure
    .input(claimInput)
    .mutation(({ ctx, input }) => claimPharmacy(ctx.db, ctx.actor, input, ctx.now)),
  propose: signedInProcedure
    .input(proposeInput)
    .mutation(({ ctx, input }) => proposePharmacy(ctx.db, ctx.actor, input, ctx.now)),
  withdrawClaim: signedInProcedure.mutation(({ ctx }) => withdrawClaim(ctx.db, ctx.actor, ctx.now)),

  claims: adminProcedure
    .input(claimsInput)
    .query(({ ctx, input }) => listClaims(ctx.db, ctx.actor.userId, input, ctx.now)),
  decideClaim: adminProcedure.input(decideInput).mutation(({ ctx, input }) =>
    decideClaim(ctx.db, ctx.actor, input, {
      now: ctx.now,
      realNow: Temporal.Now.instant(),
    }),
  ),

  room: staffProcedure.query(({ ctx }) => showRoom(ctx.db, ctx.staff.pharmacyId, ctx.now)),
  confirmHours: staffProcedure
    .input(confirmInput)
    .mutation(({ ctx, input }) => confirmHours(ctx.db, memberOf(ctx), input, ctx.now)),
  saveHours: staffProcedure
    .input(hoursInput)
    .mutation(({ ctx, input }) => saveHours(ctx.db, memberOf(ctx), input, ctx.now)),
  profile: staffProcedure.query(({ ctx }) => showProfile(ctx.db, ctx.staff.pharmacyId)),
  saveProfile: staffProcedure
    .input(profileInput)
    .mutation(({ ctx, input }) => saveProfile(ctx.db, memberOf(ctx), input)),

  colleagues: staffProcedure.query(({ ctx }) => showColleagues(ctx.db, memberOf(ctx), ctx.now)),
  changeColleague: staffProcedure
    .input(colleagueInput)
    .mutation(({ ctx, input }) => changeColleague(ctx.db, memberOf(ctx), input)),
  removeColleague: staffProcedure
    .input(removeInput)
    .mutation(({ ctx, input }) => removeColleague(ctx.db, memberOf(ctx), input, ctx.now)),
  leave: staffProcedure.mutation(({ ctx }) => leavePharmacy(ctx.db, memberOf(ctx), ctx.now)),
  invite: staffProcedure
    .input(inviteInput)
    .mutation(({ ctx, input }) => inviteColleague(ctx.db, memberOf(ctx), input, ctx.now)),
  withdrawInvitation: staffProcedure
    .input(invitationRef)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.db, memberOf(ctx), input, ctx.now)),

  /** For whoever holds the link, signed in or not. */
  invitation: publicProcedure
    .input(tokenInput)
    .query(({ ctx, input }) => showInvitation(ctx.db, input.token, ctx.now)),
  isInvited: signedInProcedure
    .input(tokenInput)
    .query(({ ctx, input }) => isInvited(ctx.db, input.token, ctx.actor.email)),
  acceptInvitation: signedInProcedure
    .input(acceptInput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.db, ctx.actor, input, ctx.now)),
});
