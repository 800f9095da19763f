import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { formatDayTime } from "@/lib/time/format";
import type { OwnLicence } from "../queries/get-own-licence";

type AffectedListProps = {
  licence: OwnLicence;
  /** Whether their agenda is open to them. */
  mayOpen: boolean;
};

/** A doctor's own appointments that come up for a decision; nothing where there are none. */
export async function AffectedList({ licence, mayOpen }: AffectedListProps) {
  const t = await getTranslations("licences");
  const { affected, affectedCount } = licence;
  if (affectedCount === 0) return null;
  return (
    <Section title={t("affectedTitle")}>
      <p className="max-w-prose">{t("affected", { count: affectedCount })}</p>
      <ul className="divide-y divide-line">
        {affected.map(({ id, startsAt, timezone, clinicName, cause }) => {
          const when = formatDayTime(startsAt, timezone);
          return (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
              {mayOpen ? (
                <TextLink href={`/agenda/${id}`} className="py-2 font-semibold tabular-nums">
                  {when}
                </TextLink>
              ) : (
                <span className="font-semibold tabular-nums">{when}</span>
              )}
              <span className="min-w-0 wrap-anywhere">{clinicName ?? t("clinicGone")}</span>
              <span className="text-small text-ink-muted">{t(`cause_${cause}`)}</span>
            </li>
          );
        })}
      </ul>
      {affectedCount > affected.length && (
        <p>{t("affectedMore", { count: affectedCount - affected.length })}</p>
      )}
    </Section>
  );
}
