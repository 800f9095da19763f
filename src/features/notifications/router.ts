import { z } from "zod";
import { router, signedInProcedure } from "@/server/trpc";
import { listMessages, updateAllRead } from "./store";

export const notificationsRouter = router({
  list: signedInProcedure
    .input(z.object({ after: z.uuid().optional() }))
    .query(({ ctx, input }) => listMessages(ctx.db, ctx.actor.userId, input.after)),
  markAllRead: signedInProcedure.mutation(({ ctx }) =>
    ctx.db.$transaction((tx) => updateAllRead(tx, ctx.actor.userId)),
  ),
});
