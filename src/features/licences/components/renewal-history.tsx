import { Check, Clock, type LucideIcon, Undo2, X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatDate, formatDay } from "@/lib/time/format";
import type { OwnLicence } from "../queries/get-own-licence";
import type { Renewal } from "../store";

const looks: Record<Renewal["status"], [tone: Tone | "neutral", icon: LucideIcon]> = {
  waiting: ["info", Clock],
  accepted: ["positive", Check],
  asked: ["caution", X],
  rejected: ["caution", X],
  withdrawn: ["neutral", Undo2],
};

/** What a doctor has handed in so far, newest first, and what was said of it. */
export async function RenewalHistory({ renewals }: Pick<OwnLicence, "renewals">) {
  const t = await getTranslations("licences");
  if (renewals.length === 0) return <p className="text-ink-muted">{t("historyNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {renewals.map(({ id, status, expiresOn, handedInAt, words, document, documentId }) => {
        const [tone, icon] = looks[status];
        return (
          <li key={id} className="grid gap-1 py-4">
            <div className="flex flex-wrap items-center gap-3">
              <h3 className="text-h3">{t("renewalUntil", { date: formatDate(expiresOn) })}</h3>
              <Badge tone={tone} icon={icon}>
                {t(`status_${status}`)}
              </Badge>
            </div>
            <p className="text-small text-ink-muted">
              {t("renewalFacts", { date: formatDay(handedInAt, "UTC") })}
            </p>
            {document && (
              <p className="text-small wrap-anywhere">
                <TextLink href={`/documents/${documentId}`} target="_blank" rel="noreferrer">
                  {t("renewalDocument", { name: document })}
                </TextLink>
              </p>
            )}
            {words && (
              <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
                {t("renewalWords", { words })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
