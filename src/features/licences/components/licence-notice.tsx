import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import type { OwnLicence } from "../queries/get-own-licence";
import { OwnStanding } from "./own-standing";

/** What a doctor must know of their licence where they are; nothing while all is well. */
export async function LicenceNotice({ licence }: { licence: OwnLicence }) {
  const t = await getTranslations("licences");
  const { standing, isVerified, renewals } = licence;
  if (!isVerified || standing === "holds" || standing === "endless") return null;
  const isWaiting = renewals.some(({ status }) => status === "waiting");
  const isAsked = standing !== "suspended" && !isWaiting;
  return (
    <OwnStanding
      licence={licence}
      actions={
        <ButtonLink variant={isAsked ? "primary" : "secondary"} href="/practice/licence">
          {t(isAsked ? "toRenewal" : "toLicence")}
        </ButtonLink>
      }
    />
  );
}
