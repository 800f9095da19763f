import { Phone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { PublicDistrict } from "../queries/read-public";
import { spanText } from "../span-text";

export type Entry = PublicDistrict["entries"][number];

/** Duties and gaps one after the other, each with its time first. */
export async function DutyEntries({ entries, zone }: { entries: Entry[]; zone: string }) {
  const t = await getTranslations("duty");
  if (entries.length === 0) return <p className="text-ink-muted">{t("nothingNext")}</p>;
  return (
    <ol className="divide-y divide-line">
      {entries.map((entry) => (
        <li
          key={`${entry.startMs} ${entry.pharmacy?.slug}`}
          className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[15rem_minmax(0,1fr)]"
        >
          <p className="font-semibold">{spanText(entry, zone)}</p>
          {entry.pharmacy ? (
            <PharmacyOnDuty pharmacy={entry.pharmacy} />
          ) : (
            <p className="font-semibold text-critical">{t("nobodyEntered")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Its name leads to its page; address and phone stand here. */
export function PharmacyOnDuty({ pharmacy }: { pharmacy: NonNullable<Entry["pharmacy"]> }) {
  const { name, slug, address, phone } = pharmacy;
  return (
    <div className="min-w-0 wrap-anywhere">
      <TextLink
        href={`/pharmacies/${slug}`}
        className="inline-flex min-h-touch items-center font-semibold"
      >
        {name}
      </TextLink>
      {address && <p>{address}</p>}
      {phone && (
        <p>
          <a
            href={`tel:${phone.replace(/[^+\d]/g, "")}`}
            className="inline-flex min-h-touch items-center gap-2 text-accent underline"
          >
            <Phone aria-hidden className="size-4.5" />
            {phone}
          </a>
        </p>
      )}
    </div>
  );
}
