import { adminProcedure, router } from "@/server/trpc";
import { switchOffDouble } from "./commands/switch-off-double";
import { tellApart } from "./commands/tell-apart";
import { listPairs } from "./duplicate-store";
import { pairsInput, switchOffInput, tellApartInput } from "./schema";

const pageSize = 20;

export const pharmacyImportsRouter = router({
  duplicates: adminProcedure
    .input(pairsInput)
    .query(({ ctx, input }) => listPairs(ctx.db, input.after ?? null, pageSize)),

  tellApart: adminProcedure
    .input(tellApartInput)
    .mutation(({ ctx, input }) => tellApart(ctx.db, ctx.actor, input)),

  switchOffDouble: adminProcedure
    .input(switchOffInput)
    .mutation(({ ctx, input }) => switchOffDouble(ctx.db, ctx.actor, input)),
});
