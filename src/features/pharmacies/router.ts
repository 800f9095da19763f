import { publicProcedure, router } from "@/server/trpc";
import { knownInsurers } from "./insurers";
import { countListed, listSlugs } from "./page-store";
import { findMarkers } from "./queries/find-markers";
import { getPharmacy } from "./queries/get-pharmacy";
import { searchPharmacies } from "./queries/search-pharmacies";
import { markersInput, pharmacyInput, searchInput, slugsInput, slugsPageSize } from "./schema";

export const pharmaciesRouter = router({
  get: publicProcedure
    .input(pharmacyInput)
    .query(({ ctx, input }) => getPharmacy(ctx.db, input.slug, ctx.now)),
  /** Addresses of pages, for search engines, in pages. */
  slugs: publicProcedure
    .input(slugsInput)
    .query(({ ctx, input }) => listSlugs(ctx.db, { page: input.page, size: slugsPageSize })),
  count: publicProcedure.query(({ ctx }) => countListed(ctx.db)),
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
