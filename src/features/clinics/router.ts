import { publicProcedure, router } from "@/server/trpc";
import { getClinic } from "./queries/get-clinic";
import { clinicInput, mostClinics } from "./schema";
import { listOpenClinics } from "./store";

export const clinicsRouter = router({
  get: publicProcedure.input(clinicInput).query(({ ctx, input }) => getClinic(ctx.db, input.slug)),
  list: publicProcedure.query(({ ctx }) => listOpenClinics(ctx.db, mostClinics)),
});
