import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Marks an appointment for which another time is proposed. */
export function ProposalBadge() {
  const t = useTranslations("proposals");
  return (
    <Badge tone="caution" icon={CalendarClock}>
      {t("badge")}
    </Badge>
  );
}
