import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/time/format";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { Colleagues } from "../queries/show-colleagues";
import { ChangeColleague } from "./change-colleague";
import { RemoveColleague } from "./remove-colleague";
import { rightKey } from "./right-key";

type CardProps = Pick<Colleagues, "positions" | "grantable"> & {
  colleague: Colleagues["colleagues"][number];
};

/** One of a pharmacy's staff, with what the one who is looking may do about them. */
export async function ColleagueCard({ colleague, positions, grantable }: CardProps) {
  const [t, locale] = await Promise.all([getTranslations("pharmacyStaff"), getLocale()]);
  const { id, name, email, position, rights, joinedOn, isMe, mayManage, revision } = colleague;
  const joined = joinedOn && parsePlainDate(joinedOn);
  const shown = name || email;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-4">
      <div className="grid min-w-0 flex-1 basis-60 gap-1 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {shown}
          <Badge tone={position === "owner" ? "info" : undefined}>
            {t(`positions.${position}`)}
          </Badge>
          {isMe && <Badge>{t("me")}</Badge>}
        </p>
        <p className="text-small text-ink-muted">{email}</p>
        <p className="text-small">
          {position === "owner"
            ? t("ownerAll")
            : rights.length > 0
              ? t("mayDo", {
                  rights: rights.map((right) => t(`rights.${rightKey(right)}`)).join(", "),
                })
              : t("mayNothing")}
        </p>
        {joined && (
          <p className="text-small text-ink-muted">
            {t("joinedOn", { date: formatDate(joined, locale) })}
          </p>
        )}
      </div>
      {mayManage && (
        <div className="flex flex-wrap gap-2">
          <ChangeColleague
            key={revision}
            colleague={{ id, name: shown, position, rights, revision }}
            positions={positions}
            grantable={grantable}
          />
          <RemoveColleague staffId={id} revision={revision} name={shown} />
        </div>
      )}
    </li>
  );
}
