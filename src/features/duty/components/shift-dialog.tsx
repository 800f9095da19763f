"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import { shiftForm } from "../form-schema";
import { fieldTextOf } from "../moments";
import type { SeenShift } from "../schema";
import { spanText } from "../span-text";
import { ShiftFields } from "./shift-fields";

type ShiftDialogProps = {
  districtId: string;
  zone: string;
  shift: SeenShift & { id: string; name: string };
};

/** Changes a duty that is not over, or takes it off. */
export function ShiftDialog({ districtId, zone, shift }: ShiftDialogProps) {
  const t = useTranslations("duty");
  const router = useRouter();
  const update = trpc.duty.updateShift.useMutation();
  const remove = trpc.duty.removeShift.useMutation();
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { id: shiftId, name, pharmacyId, startMs, endMs } = shift;
  const seen = { pharmacyId, startMs, endMs };

  function done() {
    setIsOpen(false);
    router.refresh();
  }

  async function takeOff() {
    try {
      await remove.mutateAsync({ shiftId, seen });
      done();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  return (
    <Dialog
      title={t("dialogTitle")}
      closeLabel={t("cancel")}
      shape="sheet"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button
          variant="quiet"
          aria-label={t("changeOf", { name, span: spanText(shift, zone) })}
          data-print="hide"
        >
          {t("change")}
        </Button>
      }
    >
      <Form
        schema={shiftForm}
        defaultValues={{
          pharmacyId,
          from: fieldTextOf(startMs, zone),
          to: fieldTextOf(endMs, zone),
        }}
        onSubmit={async (answers) => {
          await update.mutateAsync({ shiftId, seen, answers });
          done();
        }}
      >
        <ShiftFields districtId={districtId} zone={zone} pharmacyName={name} />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
      <div className="grid justify-items-start gap-3 border-t border-line pt-4">
        {refusal && <RefusalNotice refusal={refusal} />}
        <Button variant="critical" isPending={remove.isPending} onClick={takeOff}>
          {t("remove")}
        </Button>
      </div>
    </Dialog>
  );
}
