import { getTranslations } from "next-intl/server";
import { ViewerTime } from "@/components/time/viewer-time";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatDayTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { OwnFeed } from "../store";

/** A feed belongs to no clinic, so its times are on no clinic's clock. */
const zone = "UTC";

/** Since when the address has been there, and whether anything reads it. */
export async function FeedFacts({ feed }: { feed: OwnFeed }) {
  const t = await getTranslations("feeds");
  const shown = (at: Instant) => (
    <>
      {formatDayTime(at, zone)}, {zoneName(zone, at)}
      <ViewerTime
        at={at.epochMilliseconds}
        zone={zone}
        sentence={t("yourTime", { time: "{time}" })}
      />
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: t("madeAt"), value: shown(feed.createdAt) },
        { term: t("lastRead"), value: feed.lastReadAt ? shown(feed.lastReadAt) : t("neverRead") },
      ]}
    />
  );
}
