import { publicProcedure, router } from "@/server/trpc";
import { knownInsurers } from "./insurers";
import { findMarkers } from "./queries/find-markers";
import { searchPharmacies } from "./queries/search-pharmacies";
import { markersInput, searchInput } from "./schema";

export const pharmaciesRouter = router({
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
