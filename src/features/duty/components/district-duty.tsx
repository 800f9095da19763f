import { getTranslations } from "next-intl/server";
import { ViewerTime } from "@/components/time/viewer-time";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatDayTime, zoneName } from "@/lib/time/format";
import type { PublicDistrict } from "../queries/read-public";
import { DutyEntries, type Entry, PharmacyOnDuty } from "./duty-entries";

type DistrictDutyProps = { district: PublicDistrict; nowMs: number; level: 2 | 3 };

/** Who is on duty in a district now, and in the days to come. */
export async function DistrictDuty({ district, nowMs, level }: DistrictDutyProps) {
  const t = await getTranslations("duty");
  const { timezone, entries } = district;
  const isNow = ({ startMs, endMs }: Entry) => startMs <= nowMs && nowMs < endMs;
  const Heading = `h${level}` as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="grid gap-2">
        <Heading className="text-h3">{t("now")}</Heading>
        <OnDutyNow district={district} entries={entries.filter(isNow)} />
      </div>
      <div className="grid gap-1">
        <Heading className="text-h3">{t("next")}</Heading>
        <div className="text-small text-ink-muted">
          {t("allTimes", { zone: zoneName(timezone, nowMs) })}
          <ViewerTime at={nowMs} zone={timezone} sentence={t("yourTime", { time: "{time}" })} />
        </div>
        <DutyEntries entries={entries.filter((entry) => !isNow(entry))} zone={timezone} />
      </div>
    </div>
  );
}

async function OnDutyNow({ district, entries }: { district: PublicDistrict; entries: Entry[] }) {
  const t = await getTranslations("duty");
  const { timezone, latitude, longitude, isNeededNow } = district;
  const here = [latitude, longitude].map((degrees) => degrees.toFixed(3)).join(",");
  const open = (
    <ButtonLink href={`/pharmacies?near=${here}&open=now`} variant="secondary">
      {t("openNow")}
    </ButtonLink>
  );
  const onDuty = entries.flatMap(({ pharmacy, endMs }) => (pharmacy ? [{ pharmacy, endMs }] : []));
  if (onDuty.length > 0)
    return (
      <ul className="grid gap-3">
        {onDuty.map(({ pharmacy, endMs }) => (
          <li
            key={pharmacy.slug}
            className="rounded-control border-s-4 border-positive bg-positive-soft px-4 py-2"
          >
            <PharmacyOnDuty pharmacy={pharmacy} />
            <p className="font-semibold">{t("until", { time: formatDayTime(endMs, timezone) })}</p>
          </li>
        ))}
      </ul>
    );
  if (isNeededNow)
    return (
      <Notice tone="critical" title={t("nobodyNow")} actions={open}>
        {t("nobodyNowHint")}
      </Notice>
    );
  return (
    <Notice title={t("notNow")} actions={open}>
      {t("notNowHint")}
    </Notice>
  );
}
