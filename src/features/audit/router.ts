import { adminProcedure, router } from "@/server/trpc";
import { exportLog } from "./commands/export-log";
import { namingOf } from "./policy";
import { checkNewest } from "./queries/check-newest";
import { getEntry } from "./queries/get-entry";
import { auditListInput, entryRef } from "./schema";
import { listActions, listEntries } from "./store";

export const auditRouter = router({
  list: adminProcedure
    .input(auditListInput)
    .query(({ ctx, input }) => listEntries(ctx.db, input, namingOf(ctx.actor.rights))),

  actions: adminProcedure.query(({ ctx }) => listActions(ctx.db)),

  entry: adminProcedure
    .input(entryRef)
    .query(({ ctx, input }) => getEntry(ctx.db, ctx.actor.rights, input.entryId)),

  newest: adminProcedure.query(({ ctx }) => checkNewest(ctx.db)),

  /** Answers with lines as they are read, so only for routes of this server. */
  export: adminProcedure
    .input(auditListInput.pick({ filter: true }))
    .mutation(({ ctx, input }) => exportLog(ctx.db, ctx.actor, input.filter, ctx.now)),
});
