"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { TimeChipLink } from "@/components/ui/time-chip";
import type { Refusal } from "@/lib/refusal";
import { formatDay, formatDayTime, formatTime } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import { RefusedTime } from "./refused-time";

type ProposalAnswerProps = {
  appointmentId: string;
  /** The proposed start, and other free ones; ISO in UTC. */
  startsAt: string;
  others: string[];
  expectedSequence: number;
  timezone: string;
};

/** One tap takes the proposed time, one keeps the old. Sent twice, either happens once. */
export function ProposalAnswer(props: ProposalAnswerProps) {
  const { appointmentId, startsAt, others, expectedSequence, timezone } = props;
  const t = useTranslations("proposals");
  const router = useRouter();
  const accept = trpc.appointments.acceptProposal.useMutation();
  const decline = trpc.appointments.declineProposal.useMutation();
  const [refusal, setRefusal] = useState<Refusal>();
  const path = `/appointments/${appointmentId}`;
  const isAccepting = accept.isPending || accept.isSuccess;
  const isDeclining = decline.isPending || decline.isSuccess;

  // Once answered this goes away, and with it the button that has the focus.
  const isAnswered = useRef(false);
  useEffect(
    () => () => {
      if (isAnswered.current) document.getElementById("content")?.focus();
    },
    [],
  );

  async function answer(sending: () => Promise<void>, done: "moved" | "kept") {
    setRefusal(undefined);
    try {
      await sending();
      isAnswered.current = true;
      router.replace(`${path}?done=${done}`);
      // The time, the count of messages and what Back would show are from before.
      router.refresh();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  // A time that comes with others instead is gone; taking it again would only say so again.
  const isGone = refusal?.nearest !== undefined;
  return (
    <div className="grid gap-5">
      {refusal && (
        <RefusedTime
          refusal={refusal}
          takesFocus={isGone}
          timezone={timezone}
          path={`${path}/move`}
          allTimesPath={`${path}/move`}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {!isGone && (
          <Button
            size="lg"
            isPending={isAccepting}
            disabled={isDeclining}
            onClick={() =>
              answer(
                () => accept.mutateAsync({ appointmentId, startsAt, expectedSequence }),
                "moved",
              )
            }
          >
            {t("accept", { time: formatDayTime(Date.parse(startsAt), timezone) })}
          </Button>
        )}
        <Button
          size="lg"
          variant="secondary"
          isPending={isDeclining}
          disabled={isAccepting}
          onClick={() => answer(() => decline.mutateAsync({ appointmentId, startsAt }), "kept")}
        >
          {t("keep")}
        </Button>
      </div>
      {!isGone && others.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-semibold">{t("others")}</h3>
          <ul aria-label={t("others")} className="flex flex-wrap gap-2">
            {others.map((instant) => (
              <li key={instant}>
                <TimeChipLink
                  href={`${path}/move?at=${encodeURIComponent(instant)}`}
                  day={formatDay(Date.parse(instant), timezone, "en", "short")}
                  time={formatTime(Date.parse(instant), timezone)}
                  instant={instant}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
