import { CircleSlash } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/time/format";
import type { ListedPerson } from "../people-store";
import { RoleBadge } from "./role-badge";

/** People in rows; on a phone each is a block of its own. */
export async function PeopleList({ people }: { people: ListedPerson[] }) {
  const t = await getTranslations("people");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {people.map((person) => (
        <li
          key={person.userId}
          className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,4fr)] lg:items-center"
        >
          <div className="min-w-0">
            <TextLink
              href={`/admin/people/${person.userId}`}
              look="title"
              className="inline-flex min-h-touch items-center font-semibold wrap-anywhere"
            >
              <span dir="auto">{person.name || t("noName")}</span>
            </TextLink>
            <p className="text-small text-ink-muted wrap-anywhere">
              {[person.email, person.phone].filter(Boolean).join(" · ")}
            </p>
          </div>
          <p className="flex flex-wrap gap-2">
            <RoleBadge role={person.role} />
            {!person.isActive && (
              <Badge tone="critical" icon={CircleSlash}>
                {t("off")}
              </Badge>
            )}
          </p>
          <dl className="grid text-small text-ink-muted">
            <Fact term={t("colSignedUp")} value={formatDay(person.signedUpAt, "UTC")} />
            <Fact
              term={t("colLastSignIn")}
              value={person.lastSignInAt ? formatDay(person.lastSignInAt, "UTC") : t("never")}
            />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt>{term}:</dt>
      <dd>{value}</dd>
    </div>
  );
}
