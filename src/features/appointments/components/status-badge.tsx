import {
  CalendarCheck,
  CircleCheck,
  CircleX,
  DoorOpen,
  type LucideIcon,
  Stethoscope,
  UserX,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { AppointmentStatus } from "../rules";

const looks: Record<AppointmentStatus, { tone: Tone | "neutral"; icon: LucideIcon }> = {
  scheduled: { tone: "info", icon: CalendarCheck },
  confirmed: { tone: "positive", icon: CalendarCheck },
  arrived: { tone: "info", icon: DoorOpen },
  in_progress: { tone: "info", icon: Stethoscope },
  completed: { tone: "neutral", icon: CircleCheck },
  cancelled: { tone: "critical", icon: CircleX },
  no_show: { tone: "caution", icon: UserX },
};

/** The sign of each status, where there is no room for the badge. */
export const statusIcons = Object.fromEntries(
  Object.entries(looks).map(([status, { icon }]) => [status, icon]),
) as Record<AppointmentStatus, LucideIcon>;

export function StatusBadge({ status }: { status: AppointmentStatus }) {
  const t = useTranslations("appointments");
  return <Badge {...looks[status]}>{t(`status_${status}`)}</Badge>;
}
