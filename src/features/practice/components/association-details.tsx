import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { ClientMessages } from "@/i18n/client-messages";
import { formatMoney } from "@/lib/money";
import { ApiProvider } from "@/trpc/client";
import type { OwnAssociation } from "../association-store";
import { DetailsForm } from "./details-form";
import { StatusSection } from "./status-section";

type AssociationDetailsProps = {
  association: Omit<OwnAssociation, "id" | "status"> & {
    id: string;
    status: "active" | "on_leave";
  };
  /** The clinic's date today. */
  today: string;
};

/** What may be changed of an association that goes on, apart from its hours. */
export async function AssociationDetails({ association, today }: AssociationDetailsProps) {
  const t = await getTranslations("practice");
  const { id, revision, clinic, usualFee, status, endDate } = association;
  const { fee, department, designation, isPrimary, isBookingEnabled } = association;
  const startDate = association.startDate ?? today;
  return (
    <ClientMessages only={["practice", "changes", "form", "refusals"]}>
      <ApiProvider>
        <Section title={t("detailsTitle")}>
          <Card>
            <DetailsForm
              associationId={id}
              revision={revision}
              saved={{ fee, department, designation, isPrimary, isBookingEnabled, startDate }}
              currency={clinic.currency}
              usualFee={usualFee === null ? null : formatMoney(usualFee, clinic.currency)}
            />
          </Card>
        </Section>
        <Section title={t("statusTitle")}>
          <StatusSection
            key={status}
            associationId={id}
            revision={revision}
            status={status}
            today={today}
            endDate={endDate}
          />
        </Section>
      </ApiProvider>
    </ClientMessages>
  );
}
