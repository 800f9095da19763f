import { publicProcedure, router } from "@/server/trpc";
import { listFreeDays } from "./queries/list-free-days";
import { slotsInput } from "./schema";

export const schedulesRouter = router({
  slots: publicProcedure
    .input(slotsInput)
    .query(({ ctx, input }) => listFreeDays(ctx.db, input, ctx.now)),
});
