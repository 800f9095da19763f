import { adminProcedure, router } from "@/server/trpc";
import { readOverview } from "./queries/read-overview";

export const adminRouter = router({
  overview: adminProcedure.query(({ ctx }) => readOverview(ctx.db, ctx.actor, ctx.now)),
});
