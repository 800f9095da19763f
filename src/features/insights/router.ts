import { ownPracticeProcedure, router } from "@/server/trpc";
import { readInsights } from "./queries/read-insights";
import { insightsInput } from "./schema";

export const insightsRouter = router({
  read: ownPracticeProcedure
    .input(insightsInput)
    .query(({ ctx, input }) => readInsights(ctx.db, ctx.doctorId, input, ctx.now)),
});
