import type { ReportKind } from "./form-schema";

const said: Record<ReportKind, string> = {
  was_closed: "it was closed although it should have been open",
  was_open: "it was open although it should have been closed",
  other_hours: "other hours are posted at the door",
  gone: "it is gone for good",
};

/** The words of the message to a pharmacy's staff; who said it is not theirs to know. */
export function wordReport(
  kind: ReportKind,
  pharmacyName: string,
): { title: string; body: string } {
  return {
    title: "Somebody says your hours are wrong",
    body: `${pharmacyName}: ${said[kind]}. Please look at your hours, and confirm or change them.`,
  };
}
