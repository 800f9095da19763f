import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { ClinicStatus } from "../schema-names";

const tones = {
  active: "positive",
  temporarily_closed: "caution",
  permanently_closed: "neutral",
  inactive: "neutral",
  proposed: "info",
  merged: "neutral",
} as const;

export async function ClinicBadge({ status }: { status: ClinicStatus }) {
  const t = await getTranslations("registry");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
