import type { lookAtVisit } from "../commands/look-at-visit";

/** One appointment as its doctor sees it, as `agenda.visit` answers. */
export type PanelVisit = Awaited<ReturnType<typeof lookAtVisit>>;
