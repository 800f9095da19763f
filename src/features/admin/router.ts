import { adminProcedure, router } from "@/server/trpc";
import { readOverview } from "./store";

export const adminRouter = router({
  overview: adminProcedure.query(({ ctx }) => readOverview(ctx.db, ctx.now)),
});
