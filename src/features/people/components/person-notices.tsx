import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/time/format";
import type { PersonPage } from "../queries/get-person";

type PersonNoticesProps = {
  person: PersonPage;
  /** Whether the viewer may decide about appointments without a doctor. */
  mayDecide: boolean;
};

/** Why an account is off, and what of a doctor's is still to be decided about. */
export async function PersonNotices({ person, mayDecide }: PersonNoticesProps) {
  const t = await getTranslations("people");
  const { off, doctorAhead: count } = person;
  const isServed = person.isActive && person.role === "doctor";
  return (
    <div className="grid gap-4 empty:hidden">
      {!person.isActive && (
        <Notice tone="critical" title={t("offTitle")}>
          {off && (
            <span dir="auto">
              {t("offNote", {
                day: formatDay(off.at, "UTC"),
                name: off.by ?? t("someone"),
                reason: off.reason ?? "",
              })}
            </span>
          )}
        </Notice>
      )}
      {!isServed && count > 0 && (
        <Notice tone="caution" title={t("toDecideTitle", { count })}>
          {t("toDecideBody")}{" "}
          {mayDecide && <TextLink href="/admin/unserved">{t("toDecideLink")}</TextLink>}
        </Notice>
      )}
    </div>
  );
}
