import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db, Tx } from "@/server/db";
import { secondReviewerModes } from "./form-schema";
import type { Settings } from "./rules";

const settingsRow = z.object({
  secondReviewer: z.enum(secondReviewerModes),
  countries: z.array(z.string()),
  revision: z.int(),
});
export type StoredSettings = z.infer<typeof settingsRow>;

/** How many people a verification takes; one where nobody has said. */
export async function readSettings(db: Db): Promise<StoredSettings> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT second_reviewer AS "secondReviewer", second_reviewer_countries AS countries, revision
    FROM platform_settings`);
  return rows[0]
    ? settingsRow.parse(rows[0])
    : { secondReviewer: "never", countries: [], revision: 0 };
}

/** Saves them; false where they are not those of this revision any more. */
export async function saveSettingsAt(
  tx: Tx,
  { secondReviewer, countries }: Settings,
  revision: number,
): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO platform_settings AS s (second_reviewer, second_reviewer_countries, revision)
    VALUES (${secondReviewer}, ${[...countries]}::text[], 1)
    ON CONFLICT (is_only) DO UPDATE SET second_reviewer = EXCLUDED.second_reviewer,
      second_reviewer_countries = EXCLUDED.second_reviewer_countries, revision = s.revision + 1
    WHERE s.revision = ${revision}`);
  return count === 1;
}
