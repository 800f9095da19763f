"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import { RefusedTime } from "./refused-time";

type MoveFormProps = {
  appointmentId: string;
  /** The chosen new start, ISO in UTC. */
  startsAt: string;
  expectedSequence: number;
  timezone: string;
};

/** The last word on a move. Sent twice, it moves once. */
export function MoveForm(props: MoveFormProps) {
  const { appointmentId, startsAt, expectedSequence, timezone } = props;
  const t = useTranslations("appointments");
  const router = useRouter();
  const move = trpc.appointments.move.useMutation();
  const [refused, setRefused] = useState<{ startsAt: string; refusal: Refusal } | null>(null);
  const path = `/appointments/${appointmentId}`;

  async function confirm() {
    setRefused(null);
    try {
      await move.mutateAsync({ appointmentId, startsAt, expectedSequence });
      router.replace(`${path}?done=moved`);
      // What Back would show, and the count of messages, are from before.
      router.refresh();
    } catch (error) {
      setRefused({ startsAt, refusal: refusalOf(error) });
    }
  }

  // A time that comes with others instead is gone; confirming it again would only say so again.
  const isGone = refused?.startsAt === startsAt && refused.refusal.nearest !== undefined;
  return (
    <div className="grid gap-4">
      {refused?.startsAt === startsAt && (
        <RefusedTime
          refusal={refused.refusal}
          takesFocus={isGone}
          timezone={timezone}
          path={`${path}/move`}
          allTimesPath={`${path}/move`}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {!isGone && (
          <Button size="lg" onClick={confirm} isPending={move.isPending || move.isSuccess}>
            {t("confirmMove")}
          </Button>
        )}
        <ButtonLink href={path} variant="quiet" size="lg">
          {t("keepIt")}
        </ButtonLink>
      </div>
    </div>
  );
}
