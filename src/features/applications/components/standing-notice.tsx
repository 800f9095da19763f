import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/time/format";
import type { ShownApplication } from "../queries/show-application";
import { MissingList } from "./missing-list";

/** Where an application stands, in words, and what to do next. */
export async function StandingNotice({ application }: { application: ShownApplication }) {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  const { standing, submittedAt, missing, slug, licenseExpiresOn } = application;
  switch (standing) {
    case "draft":
      return <Draft missing={missing} />;
    case "handed_in":
      return (
        <Notice
          title={t("handedInTitle", { date: formatDate(submittedAt?.slice(0, 10) ?? "", locale) })}
        >
          {t("handedIn")}
        </Notice>
      );
    case "verified":
      return (
        <Notice
          tone="positive"
          title={t("verifiedTitle")}
          actions={
            <ButtonLink variant="secondary" href={`/doctors/${slug}`}>
              {t("toPublicPage")}
            </ButtonLink>
          }
        >
          {t("verified")}
        </Notice>
      );
    case "expired":
      return (
        <Notice
          tone="caution"
          title={t("expiredTitle", { date: formatDate(licenseExpiresOn, locale) })}
          actions={
            <ButtonLink variant="secondary" href="/practice/application#documents">
              {t("toDocuments")}
            </ButtonLink>
          }
        >
          {t("expired")}
        </Notice>
      );
  }
}

async function Draft({ missing }: Pick<ShownApplication, "missing">) {
  const t = await getTranslations("application");
  const isComplete = missing.length === 0;
  return (
    <Notice
      title={t("draftTitle")}
      actions={
        <ButtonLink href={isComplete ? "/practice/application#hand-in" : "/practice/application"}>
          {t(isComplete ? "lookAndHandIn" : "goOn")}
        </ButtonLink>
      }
    >
      <p>{t(isComplete ? "draftComplete" : "draftMissing")}</p>
      {!isComplete && <MissingList missing={missing} />}
    </Notice>
  );
}
