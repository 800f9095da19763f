import type { Right } from "@/lib/rights";

/**
 * The one table of what each procedure for administrators asks for. A procedure that is not here lets
 * nobody in.
 */
export const adminPolicy: Readonly<Record<string, Right>> = {
  "admin.overview": "overview.read",
  "reviews.moderation": "reviews.moderate",
  "reviews.hide": "reviews.moderate",
  "reviews.show": "reviews.moderate",
};
