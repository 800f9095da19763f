"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { weekdays } from "@/features/schedules/template";

type CopyDayProps = {
  day: number;
  isOpen: boolean;
  onClose: () => void;
  onCopy: (days: number[]) => void;
};

/** Asks which days are to have the same hours. */
export function CopyDay({ day, isOpen, onClose, onCopy }: CopyDayProps) {
  const t = useTranslations("hours");
  const [days, setDays] = useState<number[]>([]);
  const name = t(`weekdays.${weekdays[day] ?? "monday"}`);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => !isStillOpen && onClose()}
      title={t("copyTitle", { day: name })}
      description={t("copyHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            disabled={days.length === 0}
            onClick={() => {
              onCopy(days);
              onClose();
            }}
          >
            {t("copyDo")}
          </Button>
        </>
      }
    >
      <div className="grid sm:grid-cols-2">
        {weekdays.map((other, index) =>
          index === day ? null : (
            <Checkbox
              key={other}
              label={t(`weekdays.${other}`)}
              checked={days.includes(index)}
              onChange={(event) =>
                setDays(
                  event.target.checked ? [...days, index] : days.filter((one) => one !== index),
                )
              }
            />
          ),
        )}
      </div>
    </Dialog>
  );
}
