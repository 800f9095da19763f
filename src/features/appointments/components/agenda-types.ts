import type { readRange } from "../queries/read-range";

/** Some days of a doctor's calendar, as `agenda.range` answers. */
export type AgendaRange = Awaited<ReturnType<typeof readRange>>;
export type AgendaVisit = AgendaRange["appointments"][number];
export type Blocked = AgendaRange["blocked"][number];
export type Association = AgendaRange["associations"][number];

export const agendaViews = ["list", "day", "week"] as const;
export type AgendaView = (typeof agendaViews)[number];

/** What the address says: the day, the view unless the screen's width decides, and one clinic. */
export type AgendaPlace = { date: string; view: AgendaView | null; clinic: string | null };
