import { BadgeCheck, Clock, History, Palmtree, PowerOff, Star } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { OwnAssociation } from "../association-store";

type AssociationStatusProps = {
  association: Pick<OwnAssociation, "status" | "isPrimary" | "isBookingEnabled" | "clinic">;
};

/** How an association stands, in words and signs. */
export async function AssociationStatus({ association }: AssociationStatusProps) {
  const t = await getTranslations("practice");
  const { status, isPrimary, isBookingEnabled, clinic } = association;
  const signs = { active: BadgeCheck, on_leave: Palmtree, ended: History };
  const isOn = status === "active" && !isBookingEnabled;
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={status === "active" ? "positive" : "neutral"} icon={signs[status]}>
        {t(status)}
      </Badge>
      {isPrimary && status !== "ended" && (
        <Badge tone="info" icon={Star}>
          {t("primary")}
        </Badge>
      )}
      {isOn && (
        <Badge tone="caution" icon={PowerOff}>
          {t("bookingOff")}
        </Badge>
      )}
      {clinic.status === "proposed" && (
        <Badge tone="caution" icon={Clock}>
          {t("proposed")}
        </Badge>
      )}
      {clinic.status !== "active" && clinic.status !== "proposed" && (
        <Badge tone="caution" icon={PowerOff}>
          {t("clinicClosed")}
        </Badge>
      )}
    </span>
  );
}
