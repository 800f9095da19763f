import { publicProcedure, router } from "@/server/trpc";
import { knownInsurers } from "./insurers";
import { findMarkers } from "./queries/find-markers";
import { getPharmacy } from "./queries/get-pharmacy";
import { searchPharmacies } from "./queries/search-pharmacies";
import { markersInput, pharmacyInput, searchInput } from "./schema";

export const pharmaciesRouter = router({
  get: publicProcedure
    .input(pharmacyInput)
    .query(({ ctx, input }) => getPharmacy(ctx.db, input.slug, ctx.now)),
  /** Nearest first, in pages. */
  search: publicProcedure
    .input(searchInput)
    .query(({ ctx, input }) => searchPharmacies(ctx.db, input, ctx.now)),
  /** The same ones on a map: each, or grouped where they are many. */
  markers: publicProcedure
    .input(markersInput)
    .query(({ ctx, input }) => findMarkers(ctx.db, input, ctx.now)),
  /** Insurers to choose from. */
  insurers: publicProcedure.query(({ ctx }) => knownInsurers(ctx.db)),
});
