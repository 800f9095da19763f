import { CircleCheck, CircleSlash } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatDay, formatDayTime } from "@/lib/time/format";
import type { Person } from "../person-store";
import { RoleBadge } from "./role-badge";

export async function PersonFacts({ person }: { person: Person }) {
  const t = await getTranslations("people");
  const { isActive, email, phone, pharmacyName: name, lastSignInAt } = person;
  const confirmed = t(person.isEmailVerified ? "emailConfirmed" : "emailOpen");
  const signedIn = lastSignInAt
    ? t("utc", { time: formatDayTime(lastSignInAt, "UTC", "en", "long") })
    : t("never");
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t("role"), value: <RoleBadge role={person.role} /> },
          {
            term: t("status"),
            value: (
              <Badge
                tone={isActive ? "positive" : "critical"}
                icon={isActive ? CircleCheck : CircleSlash}
              >
                {t(isActive ? "statusOn" : "off")}
              </Badge>
            ),
          },
          {
            term: t("email"),
            value: (
              <span className="wrap-anywhere">
                {email} <span className="font-normal text-ink-muted">({confirmed})</span>
              </span>
            ),
          },
          { term: t("phone"), value: phone ?? t("noPhone") },
          ...(name
            ? [{ term: t("pharmacy"), value: person.isOwner ? t("owner", { name }) : name }]
            : []),
          { term: t("colSignedUp"), value: formatDay(person.signedUpAt, "UTC") },
          { term: t("colLastSignIn"), value: signedIn },
          { term: t("sessions"), value: t("sessionsValue", { count: person.sessions }) },
        ]}
      />
    </Card>
  );
}
