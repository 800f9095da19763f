import { z } from "zod";

/** Whole days that are shown, as an address says it; each against as many before. */
export const lengths = ["7", "30"] as const;

export const figuresInput = z.object({ days: z.enum(lengths).default("7") });

export const figureNames = [
  "signUps",
  "bookings",
  "cancellations",
  "noShows",
  "waiting",
  "decisions",
  "answers",
] as const;
export type FigureName = (typeof figureNames)[number];

export const figureRef = figuresInput.extend({ figure: z.enum(figureNames) });
