import { adminProcedure, publicProcedure, router, staffProcedure } from "@/server/trpc";
import { reportHours } from "./commands/report-hours";
import { settleReports } from "./commands/settle-reports";
import { listReported } from "./reported-store";
import { reportInput, reportsInput, settleInput } from "./schema";
import { listOpenReports } from "./store";

export const pharmacyReportsRouter = router({
  /** Anyone; of a signed-in person it is kept who, so that they count once. */
  report: publicProcedure.input(reportInput).mutation(({ ctx, input }) => {
    const userId = ctx.asking.state === "signed-in" ? ctx.asking.actor.userId : null;
    return reportHours(ctx.db, userId, input, ctx.now);
  }),

  list: adminProcedure.input(reportsInput).query(({ ctx, input }) => listReported(ctx.db, input)),

  settle: adminProcedure
    .input(settleInput)
    .mutation(({ ctx, input }) => settleReports(ctx.db, ctx.actor, input, ctx.now)),

  /** What is said of one's own pharmacy. */
  own: staffProcedure.query(({ ctx }) => listOpenReports(ctx.db, ctx.staff.pharmacyId)),
});
