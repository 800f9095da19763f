"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { TextLink } from "@/components/ui/text-link";
import { formatDayTime, zoneName } from "@/lib/time/format";
import { unservedHref } from "../unserved-url";
import type { Group, ListedAppointment } from "./unserved-groups";

type UnservedGroupProps = {
  group: Group;
  ticked: ReadonlySet<string>;
  onTick: (ids: string[], isOn: boolean) => void;
};

/** The appointments of one doctor at one clinic for one cause, to tick one by one or all at once. */
export function UnservedGroup({ group, ticked, onTick }: UnservedGroupProps) {
  const t = useTranslations("licences");
  const id = useId();
  const { appointments, cause, doctorId, doctorName, clinicName } = group;
  const ids = appointments.map((one) => one.id);
  const first = appointments[0];
  return (
    <Card as="section" aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="min-w-0 text-h3 wrap-anywhere">
          {t("groupTitle", { doctor: doctorName, clinic: clinicName ?? t("clinicGone") })}
        </h2>
        <Badge tone="caution">{t(`cause_${cause}`)}</Badge>
      </div>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-muted">
        {first && <span>{zoneName(first.timezone, first.startMs)}</span>}
        <TextLink href={unservedHref({ doctor: doctorId })}>
          {t("onlyThese", { doctor: doctorName })}
        </TextLink>
      </p>
      {appointments.length > 1 && (
        <Checkbox
          label={t("selectAll", { count: appointments.length })}
          checked={ids.every((one) => ticked.has(one))}
          onChange={(event) => onTick(ids, event.target.checked)}
        />
      )}
      <ul className="divide-y divide-line border-t border-line">
        {appointments.map((one) => (
          <li key={one.id}>
            <Checkbox
              className="py-1.5"
              label={<Visit {...one} />}
              checked={ticked.has(one.id)}
              onChange={(event) => onTick([one.id], event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Visit({ startMs, timezone, patientName }: ListedAppointment) {
  const t = useTranslations("licences");
  return (
    <span className="flex flex-wrap gap-x-4">
      <span className="tabular-nums">{formatDayTime(startMs, timezone)}</span>{" "}
      <span className="font-normal wrap-anywhere">{patientName ?? t("patientGone")}</span>
    </span>
  );
}
