import { publicProcedure, router } from "@/server/trpc";
import { gazetteer } from "./load";
import { resolveInput, suggestInput } from "./schema";

export const placesRouter = router({
  suggest: publicProcedure
    .input(suggestInput)
    .query(async ({ input }) => (await gazetteer()).suggest(input.text, input.limit)),
  /** The place a text means, and what it may have meant where there is none. */
  resolve: publicProcedure.input(resolveInput).query(async ({ input }) => {
    const places = await gazetteer();
    const place = places.resolve(input.text);
    return { place, similar: place ? [] : places.similar(input.text, 3) };
  }),
});
