import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  Hourglass,
  type LucideIcon,
  Moon,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ZoneNote } from "@/components/time/zone-note";
import { cx } from "@/components/ui/cx";
import { zoneName } from "@/lib/time/format";
import type { OpenWords } from "./open-words";

const looks: Record<OpenWords["state"], [icon: LucideIcon, tone: string]> = {
  open: [CircleCheck, "text-positive"],
  closingSoon: [Hourglass, "text-caution"],
  duty: [Moon, "text-positive"],
  closed: [CircleMinus, "text-ink-muted"],
  unknown: [CircleHelp, "text-ink-muted"],
};

type OpenStateProps = {
  words: OpenWords;
  /** The zone to name where it is not the viewer's; null where it is named already. */
  zone: string | null;
};

/** Open or closed, and until when. */
export async function OpenState({ words, zone }: OpenStateProps) {
  const t = await getTranslations("finder");
  const [Icon, tone] = looks[words.state];
  const { at } = words;
  return (
    <p className="flex items-start gap-1.5">
      <Icon aria-hidden className={cx("mt-0.5 size-5 shrink-0", tone)} />
      <span>
        <span className={cx("font-semibold", tone)}>{words.text}</span>{" "}
        {at && zone && (
          <ZoneNote zone={zone} at={at.epochMilliseconds}>
            <span className="text-small text-ink-muted">
              {t("inZone", { zone: zoneName(zone, at) })}
            </span>
          </ZoneNote>
        )}
      </span>
    </p>
  );
}
