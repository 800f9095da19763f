import { doctorProcedure, ownPracticeProcedure, router } from "@/server/trpc";
import { renewFeed } from "./commands/renew-feed";
import { revokeFeed } from "./commands/revoke-feed";
import { findOwnFeed } from "./store";

export const feedsRouter = router({
  mine: ownPracticeProcedure.query(({ ctx }) => findOwnFeed(ctx.db, ctx.doctorId)),

  renew: doctorProcedure.mutation(({ ctx }) =>
    renewFeed(ctx.db, { userId: ctx.actor.userId, doctorId: ctx.verifiedDoctorId }, ctx.now),
  ),

  /** Also for a doctor whose licence has run out meanwhile. */
  revoke: ownPracticeProcedure.mutation(({ ctx }) =>
    revokeFeed(ctx.db, { userId: ctx.actor.userId, doctorId: ctx.doctorId }),
  ),
});
