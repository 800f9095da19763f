import { adminProcedure, router } from "@/server/trpc";
import { readOverview } from "./store";

export const adminRouter = router({
  overview: adminProcedure("support").query(({ ctx }) => readOverview(ctx.db, ctx.now)),
});
