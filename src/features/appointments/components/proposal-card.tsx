import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import type { OpenProposal } from "../queries/get-proposal";
import type { PatientAppointment } from "../read-store";
import { ProposalAnswer } from "./proposal-answer";
import { When } from "./when";

type ProposalCardProps = { appointment: PatientAppointment; proposal: OpenProposal };

/** The time that stands and the one that the doctor proposes, and every way to answer. */
export async function ProposalCard({ appointment, proposal }: ProposalCardProps) {
  const t = await getTranslations("proposals");
  const { id, startsAt, endsAt, timezone, durationMinutes, calendarSequence } = appointment;
  const proposedEnd = proposal.startsAt.add({ minutes: durationMinutes });
  const proposed = <When {...proposal} endsAt={proposedEnd} timezone={timezone} />;
  return (
    <Card as="section" aria-labelledby="proposal" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="proposal" className="text-h2">
          {t("title", { doctor: appointment.doctorName ?? t("doctorGone") })}
        </h2>
        <p className="text-ink-muted">{t("stands")}</p>
      </div>
      <DefinitionList
        items={[
          { term: t("proposed"), value: proposed },
          {
            term: t("now"),
            value: <When startsAt={startsAt} endsAt={endsAt} timezone={timezone} />,
          },
          ...(proposal.reason
            ? [
                {
                  term: t("reason"),
                  value: <p className="whitespace-pre-wrap wrap-anywhere">{proposal.reason}</p>,
                },
              ]
            : []),
        ]}
      />
      <ClientMessages only={["appointments", "proposals", "form", "refusals"]}>
        <ApiProvider>
          <ProposalAnswer
            appointmentId={id}
            startsAt={proposal.startsAt.toString()}
            others={proposal.others}
            expectedSequence={calendarSequence}
            timezone={timezone}
          />
        </ApiProvider>
      </ClientMessages>
      <p>
        <TextLink href={`/appointments/${id}/cancel`} className="inline-block py-2.5">
          {t("cancelInstead")}
        </TextLink>
      </p>
    </Card>
  );
}
