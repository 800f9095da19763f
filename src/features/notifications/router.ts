import { router, signedInProcedure } from "@/server/trpc";
import { listMessagesInput } from "./schema";
import { listMessages, updateAllRead } from "./store";

export const notificationsRouter = router({
  list: signedInProcedure
    .input(listMessagesInput)
    .query(({ ctx, input }) => listMessages(ctx.db, ctx.actor.userId, input.after)),
  markAllRead: signedInProcedure.mutation(({ ctx }) =>
    ctx.db.$transaction((tx) => updateAllRead(tx, ctx.actor.userId)),
  ),
});
