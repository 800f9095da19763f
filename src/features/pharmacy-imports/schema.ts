import { z } from "zod";

/** Where a list of pairs goes on: two ids with a dot between. */
export const pairsInput = z.object({
  after: z
    .string()
    .transform((text) => text.split("."))
    .pipe(z.tuple([z.guid(), z.guid()]))
    .transform(([oneId, otherId]) => ({ oneId, otherId }))
    .optional(),
});

export const tellApartInput = z
  .object({ oneId: z.guid(), otherId: z.guid() })
  .refine(({ oneId, otherId }) => oneId !== otherId);

export const switchOffInput = z
  .object({ offId: z.guid(), keptId: z.guid(), expectedRevision: z.int().min(0) })
  .refine(({ offId, keptId }) => offId !== keptId);
