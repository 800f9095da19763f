import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Room } from "../room-store";

/** Where a pharmacy stands that is not verified; nothing for one that is. */
export async function RoomStanding({ room }: { room: Room }) {
  const t = await getTranslations("pharmacyStaff");
  if (room.isVerified) return null;
  return (
    <Notice tone="caution" title={t(room.reviewOutcome === "asked" ? "backTitle" : "waitingTitle")}>
      <p>{t(room.isListed ? "waitingListed" : "waitingBody")}</p>
      {room.reviewWords && <p className="mt-2 font-medium">{room.reviewWords}</p>}
    </Notice>
  );
}
