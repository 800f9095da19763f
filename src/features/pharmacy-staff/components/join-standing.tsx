import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { Joining } from "../queries/show-joining";
import { OpenClaim } from "./open-claim";

/** What somebody on the way to a pharmacy's staff has to know first. */
export async function JoinStanding({ obstacle, claim, invitations }: Joining) {
  const t = await getTranslations("pharmacyStaff");
  const isAhead = obstacle === "APPOINTMENTS_AHEAD";
  return (
    <>
      {obstacle && (
        <Notice
          tone="caution"
          title={t("obstacleTitle")}
          actions={isAhead && <ButtonLink href="/appointments">{t("toAppointments")}</ButtonLink>}
        >
          {t(isAhead ? "obstacleAhead" : "obstacleRole")}
        </Notice>
      )}
      {invitations.map(({ id, pharmacy, position: at, by }) => {
        const position = t(`positions.${at}`);
        return (
          <Notice
            key={id}
            tone="positive"
            title={t("invitedTitle", { pharmacy })}
            actions={<ButtonLink href={`/pharmacy/invitation/${id}`}>{t("see")}</ButtonLink>}
          >
            {by ? t("invitedBody", { by, position }) : t("invitedByNobody", { position })}
          </Notice>
        );
      })}
      {claim?.status === "open" && (
        <OpenClaim
          pharmacy={claim.pharmacy}
          position={claim.position}
          isProposal={claim.isProposal}
        />
      )}
      {claim?.status === "rejected" && (
        <Notice tone="caution" title={t("rejectedTitle")}>
          {t("rejectedBody", { pharmacy: claim.pharmacy, reason: claim.reason ?? "" })}
        </Notice>
      )}
    </>
  );
}
