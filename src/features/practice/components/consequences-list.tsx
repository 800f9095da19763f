"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { Button } from "@/components/ui/button";
import { describedBy, Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Refusal } from "@/lib/refusal";
import { zoneName } from "@/lib/time/format";
import type { Affected } from "../queries/preview-change";
import type { DecisionInput } from "../schema";
import { ConsequencesItem } from "./consequences-item";
import {
  type Choice,
  type Chosens,
  canChoose,
  chooseForAll,
  chosen,
  countOf,
  decisionsOf,
  isDecided,
  stillPossible,
} from "./consequences-state";

type ConsequencesListProps = {
  affected: Affected[];
  refused?: { refusal: Refusal; appointmentId?: string };
  isSaving: boolean;
  onSave: (decisions: DecisionInput[]) => void;
  onBack: () => void;
};

const choices: Choice[] = ["keep", "propose", "cancel"];

/** Everyone whom a change touches, a decision for each, and one button that saves it all. */
export function ConsequencesList(props: ConsequencesListProps) {
  const { affected, refused, isSaving, onSave, onBack } = props;
  const t = useTranslations("changes");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState<Chosens>({});
  const [reason, setReason] = useState("");
  const [hasTried, setHasTried] = useState(false);

  // The button that led here is gone.
  useEffect(() => heading.current?.focus(), []);

  const gone = refused?.appointmentId;
  useEffect(() => {
    if (gone) setSaid((before) => stillPossible(affected, before, gone));
  }, [affected, gone]);

  const chosens = stillPossible(affected, said);
  const undecided = affected.filter((one) => !isDecided(one, chosens));
  const isReasonMissing = countOf(affected, chosens, "cancel") > 0 && reason.trim() === "";
  const reasonError = hasTried && isReasonMissing ? t("reasonMissing") : undefined;
  const zones = new Set(affected.map(({ timezone }) => timezone));
  const [first] = affected;

  function save() {
    setHasTried(true);
    if (undecided[0]) {
      const item = list.current?.querySelector(
        `[data-appointment="${undecided[0].appointmentId}"]`,
      );
      item?.querySelector<HTMLInputElement>("input:not(:disabled)")?.focus();
    } else if (isReasonMissing) document.getElementById(`${id}-reason`)?.focus();
    else onSave(decisionsOf(affected, chosens, reason));
  }

  return (
    <section
      aria-labelledby={`${id}-title`}
      // Nothing that has the focus lies under the bar at the bottom.
      className="grid max-w-[46rem] gap-6 [&_input]:scroll-mb-28 [&_textarea]:scroll-mb-28"
    >
      <div className="grid gap-2">
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className="text-h2">
          {t("title", { count: affected.length })}
        </h2>
        <p className="text-ink-muted">
          {t("lead")}{" "}
          {zones.size === 1 &&
            first &&
            t("zoneForAll", { zone: zoneName(first.timezone, Date.parse(first.startsAt)) })}
        </p>
      </div>
      {refused && <RefusalNotice key={refused.refusal.code} refusal={refused.refusal} takesFocus />}
      {affected.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-semibold">{t("sameForAll")}</legend>
          <div className="grid grid-cols-3 gap-2">
            {choices.map((choice) => (
              <Button
                key={choice}
                variant="secondary"
                className="px-2"
                disabled={!affected.some((one) => canChoose(one, choice))}
                onClick={() => setSaid(chooseForAll(affected, chosens, choice))}
              >
                {t(choice)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        id={`${id}-reason`}
        label={t("reasonLabel")}
        hint={t("reasonHint")}
        error={reasonError}
      >
        <Textarea
          {...describedBy(`${id}-reason`, { hint: true, error: reasonError })}
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <ul ref={list} className="grid gap-3">
        {affected.map((one) => (
          <ConsequencesItem
            key={one.appointmentId}
            affected={one}
            namesZone={zones.size > 1}
            chosen={chosens[one.appointmentId]}
            isTimeGone={gone === one.appointmentId && !isDecided(one, chosens)}
            isMissing={hasTried && !isDecided(one, chosens)}
            onChoose={(choice, startsAt) => {
              const next = startsAt ? { choice, startsAt } : chosen(one, choice, chosens);
              setSaid({ ...chosens, [one.appointmentId]: next });
            }}
          />
        ))}
      </ul>
      <div className="sticky bottom-0 z-10 -mx-4 flex gap-3 border-t border-line bg-canvas px-4 py-3 sm:-mx-6 sm:px-6">
        <Button size="lg" onClick={save} isPending={isSaving}>
          <SaveLabel affected={affected} chosens={chosens} undecided={undecided.length} />
        </Button>
        <Button size="lg" variant="quiet" onClick={onBack}>
          {t("back")}
        </Button>
        <span role="status" className="sr-only">
          {isSaving && t("saving")}
        </span>
      </div>
    </section>
  );
}

type SaveLabelProps = { affected: Affected[]; chosens: Chosens; undecided: number };

/** What the button will do, in numbers. */
function SaveLabel({ affected, chosens, undecided }: SaveLabelProps) {
  const t = useTranslations("changes");
  if (undecided > 0) return t("saveUndecided", { count: undecided });
  const counts = [
    t("kept", { count: countOf(affected, chosens, "keep") }),
    t("proposed", { count: countOf(affected, chosens, "propose") }),
    t("cancelled", { count: countOf(affected, chosens, "cancel") }),
  ];
  return t("save", { counts: counts.filter(Boolean).join(", ") });
}
