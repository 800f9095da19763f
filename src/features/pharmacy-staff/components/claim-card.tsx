import { CircleCheck, CircleX, Store } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/time/format";
import type { ClaimRow } from "../claim-store";
import { DecideClaim } from "./decide-claim";

/** Who asks for which pharmacy, what is known of both, and the decision. */
export async function ClaimCard({ claim }: { claim: ClaimRow }) {
  const [t, locale] = await Promise.all([getTranslations("pharmacyStaff"), getLocale()]);
  const { name, email, phone, pharmacyId, pharmacy, address, staff, status } = claim;
  const owners = staff.filter(({ position }) => position === "owner");
  const position = t(`positions.${claim.position}`);
  return (
    <Card as="li" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1 wrap-anywhere">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-h3">
          <TextLink look="title" href={`/admin/pharmacies/${pharmacyId}/review`}>
            {pharmacy}
          </TextLink>
          {claim.isProposal && (
            <Badge tone="info" icon={Store}>
              {t("claimProposal")}
            </Badge>
          )}
          {claim.isVerified && (
            <Badge tone="positive" icon={CircleCheck}>
              {t("verified")}
            </Badge>
          )}
        </h2>
        <p className="text-ink-muted">{address}</p>
        <p className="mt-2 font-semibold">{t("claimAs", { name: name || email, position })}</p>
        <p className="text-small text-ink-muted">
          {t("since", { date: formatDay(claim.createdAt, "UTC", locale) })}
        </p>
      </div>
      <DefinitionList
        items={[
          { term: t("claimContact"), value: [email, phone].filter(Boolean).join(", ") },
          { term: t("claimLicence"), value: claim.licenseNumber ?? t("notGiven") },
          {
            term: t("claimWords"),
            value: <span className="whitespace-pre-line">{claim.words ?? t("notGiven")}</span>,
          },
          { term: t("claimPharmacyLicence"), value: claim.pharmacyLicence ?? t("notGiven") },
          {
            term: t("claimStaff"),
            value:
              staff
                .map((one) => `${one.name || one.email} (${positionOf(one.position)})`)
                .join(", ") || t("claimNobody"),
          },
        ]}
      />
      {status === "open" ? (
        <>
          {owners.length > 0 && (
            <Notice tone="caution" title={t("hasOwnerTitle")}>
              {t("hasOwnerBody", {
                names: owners.map((one) => `${one.name}, ${one.email}`).join("; "),
              })}
            </Notice>
          )}
          {claim.rivals > 0 && <Notice>{t("rivals", { count: claim.rivals })}</Notice>}
          {claim.patientAhead > 0 && (
            <Notice tone="caution" title={t("aheadTitle")}>
              {t("aheadBody", { count: claim.patientAhead })}
            </Notice>
          )}
          {claim.isProposal && <p className="max-w-prose">{t("claimProposalHint")}</p>}
          {claim.isOwn ? (
            <p className="font-medium">{t("ownClaim")}</p>
          ) : (
            <DecideClaim claimId={claim.id} name={name || email} />
          )}
        </>
      ) : (
        <Decided claim={claim} />
      )}
    </Card>
  );

  function positionOf(value: string): string {
    return t(`positions.${value as ClaimRow["position"]}`);
  }
}

async function Decided({ claim: { status, decidedAt, decidedBy, reason } }: { claim: ClaimRow }) {
  const [t, locale] = await Promise.all([getTranslations("pharmacyStaff"), getLocale()]);
  const isApproved = status === "approved";
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={isApproved ? "positive" : "caution"} icon={isApproved ? CircleCheck : CircleX}>
        {t(isApproved ? "isApproved" : "isRejected")}
      </Badge>
      {reason && <p className="wrap-anywhere">{reason}</p>}
      {decidedAt && (
        <p className="text-small text-ink-muted">
          {t("decidedBy", { date: formatDay(decidedAt, "UTC", locale), name: decidedBy ?? "" })}
        </p>
      )}
    </div>
  );
}
