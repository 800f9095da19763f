"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { Subject } from "../decision-store";
import type { Answer, Verdict } from "../form-schema";
import { type ClaimLine, differencesOf } from "../rules";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { SecondAnswer } from "./second-answer";
import { useDecisions } from "./use-decisions";
import { VerdictForm } from "./verdict-form";

type First = {
  id: string;
  verdict: Verdict;
  /** Who and when, the reason and the words, as sentences. */
  said: string[];
  isMine: boolean;
  isStale: boolean;
};

export type DecisionPanelProps = {
  /** Null where nothing stands to be decided. */
  standing: { subject: Subject; isOwn: boolean; isShared: boolean; first: First | null } | null;
  revision: number;
  /** Everything that the reviewer has before them. */
  lines: readonly ClaimLine[];
  isExpired: boolean;
  listHref: string;
};

type Done = "decided" | "decidedFirst" | "confirmed" | "returned" | "withdrawn";

/**
 * Decides about what is on the screen. Where that is not so any more, it shows the difference first:
 * after a refusal, and also when the page has learned of it otherwise.
 */
export function DecisionPanel(props: DecisionPanelProps) {
  const { standing, lines, listHref } = props;
  const t = useTranslations("verification");
  const [seen, setSeen] = useState(lines);
  const [done, setDone] = useState<Done>();
  const [wasOpen, setWasOpen] = useState(standing !== null);
  if (standing && !wasOpen) setWasOpen(true);

  if (done) return <DoneNotice done={done} listHref={listHref} />;
  const differences = differencesOf(seen, lines);
  // Where there never was anything to decide, a change, such as a suspension, disturbs nobody.
  if (differences.length > 0 && wasOpen)
    return <ChangedMeanwhile differences={differences} onSeen={() => setSeen(lines)} />;
  if (!standing) return <p className="text-ink-muted">{t("nothingToDecide")}</p>;
  if (standing.isOwn) return <Notice tone="caution">{t("own")}</Notice>;
  return <Deciding {...props} standing={standing} onDone={setDone} />;
}

type DecidingProps = DecisionPanelProps & {
  standing: NonNullable<DecisionPanelProps["standing"]>;
  onDone: (done: Done) => void;
};

function Deciding({ standing, revision, isExpired, onDone }: DecidingProps) {
  const t = useTranslations("verification");
  const router = useRouter();
  const { decide, answer } = useDecisions(standing.subject);
  const { first, isShared } = standing;

  /** Whatever comes of it, the page shows how things stand now. */
  async function andLook(deed: () => Promise<Done>) {
    try {
      onDone(await deed());
    } finally {
      router.refresh();
    }
  }
  const send = (given: Answer, decisionId: string) =>
    andLook(async () => {
      await answer(decisionId, given);
      return answers[given.answer];
    });

  if (first && !first.isStale)
    return (
      <div className="grid gap-4">
        <FirstDecision first={first} note={first.isMine ? t("firstIsMine") : undefined} />
        <SecondAnswer
          isMine={first.isMine}
          mayConfirm={first.verdict !== "verify" || !isExpired}
          onAnswer={(given) => send(given, first.id)}
        />
      </div>
    );
  return (
    <div className="grid gap-4">
      {first && <FirstDecision first={first} note={t("firstIsStale")} />}
      {isShared && <Notice>{t("sharedNote")}</Notice>}
      <VerdictForm
        mayVerify={!isExpired}
        onDecided={(decided) =>
          andLook(async () => {
            const { status } = await decide(decided, revision);
            return status === "final" ? "decided" : "decidedFirst";
          })
        }
      />
    </div>
  );
}

const answers = { confirm: "confirmed", return: "returned", withdraw: "withdrawn" } as const;

function FirstDecision({ first, note }: { first: First; note: string | undefined }) {
  const t = useTranslations("verification");
  return (
    <Notice title={t("first")} tone={first.isStale ? "caution" : "info"}>
      {[...first.said, note].filter(Boolean).map((sentence) => (
        <p key={sentence} className="whitespace-pre-line">
          {sentence}
        </p>
      ))}
    </Notice>
  );
}

function DoneNotice({ done, listHref }: { done: Done; listHref: string }) {
  const t = useTranslations("verification");
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed has gone.
  useEffect(() => box.current?.focus(), []);
  const isDecision = done === "decided" || done === "decidedFirst";
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="positive"
        isLive
        title={isDecision ? t(done) : undefined}
        actions={
          <ButtonLink variant="secondary" href={listHref}>
            {t("toQueue")}
          </ButtonLink>
        }
      >
        {isDecision ? t(`${done}Body`) : t(done)}
      </Notice>
    </div>
  );
}
