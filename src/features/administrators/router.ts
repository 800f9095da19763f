import { adminProcedure, router } from "@/server/trpc";
import { grantRights } from "./commands/grant-rights";
import { getAdministrator } from "./queries/get-administrator";
import { administratorRef, administratorsInput, grantInput } from "./schema";
import { listAdministrators } from "./store";

export const administratorsRouter = router({
  list: adminProcedure
    .input(administratorsInput)
    .query(({ ctx, input }) => listAdministrators(ctx.db, input)),

  get: adminProcedure
    .input(administratorRef)
    .query(({ ctx, input }) => getAdministrator(ctx.db, ctx.actor, input.userId)),

  grant: adminProcedure
    .input(grantInput)
    .mutation(({ ctx, input }) => grantRights(ctx.db, ctx.actor, input)),
});
