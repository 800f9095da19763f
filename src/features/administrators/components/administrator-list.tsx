import { CircleSlash } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { effectiveRights } from "@/lib/rights";
import type { Administrator } from "../store";
import { wordSignIn } from "./word-sign-in";

/** Administrators in rows; on a phone each is a block of its own. */
export async function AdministratorList({ administrators }: { administrators: Administrator[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {administrators.map((administrator) => (
        <AdministratorRow key={administrator.userId} administrator={administrator} />
      ))}
    </ul>
  );
}

async function AdministratorRow({ administrator }: { administrator: Administrator }) {
  const t = await getTranslations("administrators");
  const { userId, name, email, grants, department, jobTitle } = administrator;
  const place = [jobTitle, department].filter(Boolean).join(", ");
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,4fr)] lg:items-center">
      <div className="min-w-0">
        <TextLink
          href={`/admin/administrators/${userId}`}
          look="title"
          className="inline-flex min-h-touch items-center font-semibold wrap-anywhere"
        >
          <span dir="auto">{name || email}</span>
        </TextLink>
        <p className="text-small text-ink-muted wrap-anywhere">{place || t("notSaid")}</p>
      </div>
      <p className="flex flex-wrap items-center gap-2 text-small">
        <Badge tone={grants ? "info" : "caution"}>
          {t(`level_${grants?.accessLevel ?? "none"}`)}
        </Badge>
        {!administrator.isActive && (
          <Badge tone="critical" icon={CircleSlash}>
            {t("off")}
          </Badge>
        )}
        <span className="text-ink-muted">
          {t("rightsCount", { count: grants ? effectiveRights(grants).size : 0 })}
        </span>
      </p>
      <dl className="grid text-small text-ink-muted wrap-anywhere">
        <Fact term={t("lastSignIn")} value={await wordSignIn(administrator)} />
        <Fact term={t("signIns")} value={t("signInsValue", { count: administrator.loginCount })} />
      </dl>
    </li>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="inline">{term}: </dt>
      <dd className="inline">{value}</dd>
    </div>
  );
}
