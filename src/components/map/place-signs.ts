import type { PlaceState } from "./types";

/** Told apart by outline and sign alone: a full disc, a diamond, an empty square, a dashed ring. */
export const placeSigns: Record<PlaceState, string> = {
  open: "✓",
  duty: "☾",
  closed: "–",
  unknown: "?",
};
