"use server";

import type { ReportOutcome } from "@/features/pharmacy-reports/components/report-hours";
import { reportInput } from "@/features/pharmacy-reports/schema";
import { chargeCalls } from "@/server/limits";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

/** Takes a report from the page's form; it counts against the limits like a call that writes. */
export async function reportAction(_: ReportOutcome, form: FormData): Promise<ReportOutcome> {
  const input = reportInput.safeParse(Object.fromEntries(form));
  if (!input.success) return "failed";
  const { asking, address } = await pageContext();
  const userId = asking.state === "signed-in" ? asking.actor.userId : null;
  const cost = { calls: 1, writes: 1 };
  const { refusal } = await chargeCalls({ userId, address }, cost, Promise.resolve(false));
  if (refusal) return "failed";
  try {
    await (await api()).pharmacyReports.report(input.data);
    return "thanks";
  } catch {
    return "failed";
  }
}
