import { adminProcedure, publicProcedure, router, staffProcedure } from "@/server/trpc";
import { createDistrict, updateDistrict } from "./commands/save-district";
import { saveRota } from "./commands/save-rota";
import { addShift, removeShift, updateShift } from "./commands/save-shift";
import { previewRota } from "./queries/plan-rota";
import { readDistrict, readDistricts, readGaps, searchPharmacies } from "./queries/read-admin";
import { readPublicDistrict, readPublicDistricts } from "./queries/read-public";
import {
  addShiftInput,
  createDistrictInput,
  districtInput,
  pharmaciesInput,
  planInput,
  publicDistrictInput,
  publicInput,
  removeShiftInput,
  saveRotaInput,
  updateDistrictInput,
  updateShiftInput,
} from "./schema";
import { listUpcoming } from "./shift-store";

/** Night and Sunday duty. */
export const dutyRouter = router({
  around: publicProcedure
    .input(publicInput)
    .query(({ ctx, input }) => readPublicDistricts(ctx.db, input.near, ctx.now)),
  get: publicProcedure
    .input(publicDistrictInput)
    .query(({ ctx, input }) => readPublicDistrict(ctx.db, input.slug, ctx.now)),

  /** A pharmacy's own next shifts. */
  upcoming: staffProcedure.query(({ ctx }) =>
    listUpcoming(ctx.db, ctx.staff.pharmacyId, ctx.now.epochMilliseconds),
  ),

  districts: adminProcedure.query(({ ctx }) => readDistricts(ctx.db, ctx.now)),
  gaps: adminProcedure.query(({ ctx }) => readGaps(ctx.db, ctx.now)),
  district: adminProcedure
    .input(districtInput)
    .query(({ ctx, input }) => readDistrict(ctx.db, input.districtId, ctx.now)),
  pharmacies: adminProcedure
    .input(pharmaciesInput)
    .query(({ ctx, input }) => searchPharmacies(ctx.db, input)),
  createDistrict: adminProcedure
    .input(createDistrictInput)
    .mutation(({ ctx, input }) => createDistrict(ctx.db, ctx.actor, input)),
  updateDistrict: adminProcedure
    .input(updateDistrictInput)
    .mutation(({ ctx, input }) => updateDistrict(ctx.db, ctx.actor, input)),
  addShift: adminProcedure
    .input(addShiftInput)
    .mutation(({ ctx, input }) => addShift(ctx.db, ctx.actor, input, ctx.now)),
  updateShift: adminProcedure
    .input(updateShiftInput)
    .mutation(({ ctx, input }) => updateShift(ctx.db, ctx.actor, input, ctx.now)),
  removeShift: adminProcedure
    .input(removeShiftInput)
    .mutation(({ ctx, input }) => removeShift(ctx.db, ctx.actor, input, ctx.now)),
  planRota: adminProcedure
    .input(planInput)
    .query(({ ctx, input }) => previewRota(ctx.db, input, ctx.now)),
  saveRota: adminProcedure
    .input(saveRotaInput)
    .mutation(({ ctx, input }) => saveRota(ctx.db, ctx.actor, input, ctx.now)),
});
