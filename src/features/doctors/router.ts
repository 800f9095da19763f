import { publicProcedure, router } from "@/server/trpc";
import { knownFacets } from "./facets";
import { getDoctor } from "./queries/get-doctor";
import { searchDoctors } from "./queries/search-doctors";
import { doctorInput, searchInput } from "./schema";
import { listSlugs } from "./store";

export const doctorsRouter = router({
  search: publicProcedure
    .input(searchInput)
    .query(({ ctx, input }) => searchDoctors(ctx.db, input, ctx.now)),
  get: publicProcedure
    .input(doctorInput)
    .query(({ ctx, input }) => getDoctor(ctx.db, input.slug, ctx.now)),
  /** For the map of the site, which may hold 50,000 addresses. */
  slugs: publicProcedure.query(({ ctx }) => listSlugs(ctx.db, ctx.now, 40_000)),
  /** The choices of the filters. */
  facets: publicProcedure.query(({ ctx }) => knownFacets(ctx.db, ctx.now)),
});
