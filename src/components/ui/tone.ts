import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** What kind of news something is; each has its own shape, so that colour is never the only sign. */
export type Tone = "info" | "positive" | "caution" | "critical";

export const toneIcons: Record<Tone, LucideIcon> = {
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  critical: CircleAlert,
};
