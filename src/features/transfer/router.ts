import { adminProcedure, router } from "@/server/trpc";
import { exportRows } from "./commands/export-rows";
import { writeFile } from "./commands/write-file";
import { checkFile } from "./queries/check-file";
import { checkInput, exportInput, writeInput } from "./schema";

// Called by our own routes with what they stream; nothing of it can come or go any other way.
export const transferRouter = router({
  export: adminProcedure
    .input(exportInput)
    .mutation(({ ctx, input }) => exportRows(ctx.db, ctx.actor, input)),
  check: adminProcedure
    .input(checkInput)
    .mutation(({ ctx, input }) => checkFile(ctx.db, ctx.actor, input, ctx.now)),
  write: adminProcedure
    .input(writeInput)
    .mutation(({ ctx, input }) => writeFile(ctx.db, ctx.actor, input, ctx.now)),
});
