"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { RadioChip } from "@/components/ui/radio-chip";
import { positionHas, type StaffPosition, type StaffRight, staffRights } from "@/lib/staff-rights";
import { trpc } from "@/trpc/client";
import { rightKey } from "./right-key";

type ChangeColleagueProps = {
  colleague: {
    id: string;
    name: string;
    position: StaffPosition;
    rights: StaffRight[];
    revision: number;
  };
  /** What whoever is looking may give. */
  positions: StaffPosition[];
  grantable: StaffRight[];
};

/** Gives a colleague another position; what goes beyond it, or is kept from them, is said beside it. */
export function ChangeColleague({ colleague, positions, grantable }: ChangeColleagueProps) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [position, setPosition] = useState(colleague.position);
  const [rights, setRights] = useState<ReadonlySet<StaffRight>>(new Set(colleague.rights));
  const change = trpc.pharmacyStaff.changeColleague.useMutation({
    onSuccess: () => {
      setIsOpen(false);
      router.refresh();
    },
  });

  function choose(chosen: StaffPosition) {
    setPosition(chosen);
    setRights(new Set(staffRights.filter((right) => positionHas(chosen, right))));
  }

  function save() {
    change.mutate({
      staffId: colleague.id,
      expectedRevision: colleague.revision,
      position,
      permissions: Object.fromEntries(staffRights.map((right) => [right, rights.has(right)])),
    });
  }

  return (
    <>
      <Button
        variant="secondary"
        aria-label={t("changeNamed", { name: colleague.name })}
        onClick={() => setIsOpen(true)}
      >
        {t("change")}
      </Button>
      <Dialog
        title={t("changeTitle", { name: colleague.name })}
        closeLabel={t("cancel")}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <Button isPending={change.isPending} onClick={save}>
              {t("save")}
            </Button>
          </>
        }
      >
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-semibold">{t("position")}</legend>
          <div className="flex flex-wrap gap-2">
            {positions.map((one) => (
              <RadioChip
                key={one}
                name={`position-${colleague.id}`}
                value={one}
                label={t(`positions.${one}`)}
                checked={one === position}
                onChange={() => choose(one)}
              />
            ))}
          </div>
        </fieldset>
        {position === "owner" ? (
          <p>{t("ownerAll")}</p>
        ) : (
          <fieldset>
            <legend className="mb-1 font-semibold">{t("mayLegend")}</legend>
            {staffRights.map((right) => (
              <Checkbox
                key={right}
                label={t(`rights.${rightKey(right)}`)}
                checked={rights.has(right)}
                disabled={!grantable.includes(right)}
                onChange={({ target }) => {
                  const next = new Set(rights);
                  if (target.checked) next.add(right);
                  else next.delete(right);
                  setRights(next);
                }}
              />
            ))}
          </fieldset>
        )}
        {change.error && <RefusalNotice refusal={refusalOf(change.error)} />}
      </Dialog>
    </>
  );
}
