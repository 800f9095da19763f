import { adminProcedure, router } from "@/server/trpc";
import { readFigures } from "./queries/read-figures";
import { figuresInput } from "./schema";

export const figuresRouter = router({
  read: adminProcedure
    .input(figuresInput)
    .query(({ ctx, input }) => readFigures(ctx.db, Number(input.days), ctx.now)),
});
