import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDay } from "@/lib/time/format";
import { ApiProvider } from "@/trpc/client";
import type { standingDecision } from "../queries/standing-decision";
import type { Reviewer } from "../reviewer-store";
import type { ClaimLine } from "../rules";
import { Assignment } from "./assignment";
import { DecisionPanel } from "./decision-panel";
import { reasonKey } from "./reason-key";

type Standing = ReturnType<typeof standingDecision>;
type DecisionSectionProps = {
  standing: Standing | null;
  revision: number;
  lines: readonly ClaimLine[];
  isExpired: boolean;
  listHref: string;
  assigneeId: string | null;
  reviewers: readonly Reviewer[];
  ownId: string;
};

/** Who looks at a case, and what they decide. */
export async function DecisionSection(props: DecisionSectionProps) {
  const { standing, lines, assigneeId, reviewers, ownId, ...panel } = props;
  const t = await getTranslations("verification");
  const first = standing?.first ?? null;
  const said = first ? await sentencesOf(first) : [];
  const firstLine = { key: "first", label: t("first"), value: said.join(" ") };
  const shown = standing && {
    subject: standing.subject,
    isOwn: standing.isOwn,
    isShared: standing.isShared,
    first: first && {
      id: first.id,
      verdict: first.verdict,
      isMine: first.isMine,
      isStale: first.isStale,
      said,
    },
  };
  return (
    <ClientMessages only={["verification", "form", "refusals"]}>
      <ApiProvider>
        <Section title={t("decide")}>
          {standing && !standing.isOwn && (
            <Assignment
              subject={standing.subject}
              assigneeId={assigneeId}
              reviewers={reviewers}
              ownId={ownId}
            />
          )}
          <DecisionPanel
            {...panel}
            lines={first ? [...lines, firstLine] : lines}
            standing={shown}
          />
        </Section>
      </ApiProvider>
    </ClientMessages>
  );
}

async function sentencesOf(first: NonNullable<Standing["first"]>): Promise<string[]> {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const name = first.decidedBy ?? t("someone");
  const reason = reasonKey(first.reasonCode);
  return [
    t(`firstBy.${first.verdict}`, { name, date: formatDay(first.decidedAt, "UTC", locale) }),
    ...(reason ? [t(reason)] : []),
    ...(first.words ? [t("firstWords", { words: first.words })] : []),
  ];
}
