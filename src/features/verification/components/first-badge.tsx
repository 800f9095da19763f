import { TriangleAlert, UsersRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";

/** That one person has decided, and a second is waited for. */
export async function FirstBadge({ first }: { first: { isMine: boolean; isStale: boolean } }) {
  const t = await getTranslations("verification");
  if (first.isStale)
    return (
      <Badge tone="caution" icon={TriangleAlert}>
        {t("firstStale")}
      </Badge>
    );
  return (
    <Badge tone="info" icon={UsersRound}>
      {t(first.isMine ? "firstMine" : "firstOther")}
    </Badge>
  );
}
