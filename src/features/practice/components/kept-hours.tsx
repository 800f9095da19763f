"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { draftOf, type HoursDraft, type SavedHours } from "../hours-form";

/** Hours that were not saved as their page was left, by association; gone with the tab. */
const kept = new Map<string, { revision: number; draft: HoursDraft }>();

/** What the form begins with: what was being written about these very hours, or the hours. */
export function beginWith(associationId: string, saved: SavedHours): HoursDraft {
  const found = kept.get(associationId);
  return found?.revision === saved.revision ? found.draft : draftOf(saved);
}

type KeptHoursProps = {
  associationId: string;
  saved: SavedHours;
  /** True once they are saved, so that nothing is kept. */
  isDone: RefObject<boolean>;
};

/** Inside the form: keeps what is not saved when the page is left, and says that it is there again. */
export function KeptHours({ associationId, saved, isDone }: KeptHoursProps) {
  const t = useTranslations("hours");
  const { formState, getValues, reset } = useFormContext<HoursDraft>();
  const [isBack, setIsBack] = useState(kept.get(associationId)?.revision === saved.revision);
  const { revision } = saved;
  const way = useRef({ isDirty: false, getValues });
  way.current = { isDirty: formState.isDirty, getValues };
  useEffect(
    () => () => {
      if (isDone.current) kept.delete(associationId);
      else if (way.current.isDirty)
        kept.set(associationId, { revision, draft: way.current.getValues() });
    },
    [associationId, revision, isDone],
  );
  if (!isBack) return null;
  return (
    <Notice
      actions={
        <Button
          variant="secondary"
          onClick={() => {
            kept.delete(associationId);
            reset(draftOf(saved));
            setIsBack(false);
          }}
        >
          {t("startOver")}
        </Button>
      }
    >
      {t("keptBack")}
    </Notice>
  );
}
