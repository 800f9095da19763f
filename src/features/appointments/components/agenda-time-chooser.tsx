"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeChipButton } from "@/components/ui/time-chip";
import { TimeChipList } from "@/components/ui/time-chip-list";
import { formatDate, formatTime } from "@/lib/time/format";
import { msAtWall, parseWall, wallDateOf } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import type { AgendaVisit } from "./agenda-types";

type TimeChooserProps = { visit: AgendaVisit; zone: string; onChoose: (ms: number) => void };

/** The free times of a day, and any other time by hand. */
export function TimeChooser({ visit, zone, onChoose }: TimeChooserProps) {
  const t = useTranslations("agenda");
  const id = useId();
  const [date, setDate] = useState(wallDateOf(Date.parse(visit.startsAt), zone));
  const [time, setTime] = useState("");
  const wallMs = parseWall(`${date}T${time}`);
  const isDay = parseWall(`${date}T00:00`) !== null;
  return (
    <div className="grid gap-4">
      <Field id={`${id}-day`} label={t("chooseDay")}>
        <Input
          id={`${id}-day`}
          type="date"
          className="max-w-52"
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
      </Field>
      {isDay && visit.associationId && (
        <FreeTimes associationId={visit.associationId} date={date} onChoose={onChoose} />
      )}
      <Field id={`${id}-time`} label={t("otherTime")} hint={t("otherTimeHint")}>
        <div className="flex flex-wrap gap-3">
          <Input
            id={`${id}-time`}
            type="time"
            aria-describedby={`${id}-time-hint`}
            className="max-w-40"
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
          <Button
            variant="secondary"
            disabled={wallMs === null}
            onClick={() => wallMs !== null && onChoose(msAtWall(wallMs, zone))}
          >
            {t("take")}
          </Button>
        </div>
      </Field>
    </div>
  );
}

type FreeTimesProps = { associationId: string; date: string; onChoose: (ms: number) => void };

function FreeTimes({ associationId, date, onChoose }: FreeTimesProps) {
  const t = useTranslations("agenda");
  const slots = trpc.schedules.slots.useQuery({ associationId, from: date, days: 1 });
  if (slots.error) return <RefusalNotice refusal={refusalOf(slots.error)} />;
  if (!slots.data) return <Skeleton className="h-28" />;
  const zone = slots.data[0]?.timezone ?? "UTC";
  const times = slots.data[0]?.days[0]?.times ?? [];
  if (times.length === 0) return <p className="text-ink-muted">{t("noFreeTimes")}</p>;
  return (
    <TimeChipList label={t("freeTimes", { day: formatDate(date) })}>
      {times.map((instant) => (
        <TimeChipButton
          key={instant}
          instant={instant}
          time={formatTime(Date.parse(instant), zone)}
          onClick={() => onChoose(Date.parse(instant))}
        />
      ))}
    </TimeChipList>
  );
}
