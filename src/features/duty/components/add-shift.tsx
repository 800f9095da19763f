"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { shiftForm } from "../form-schema";
import { ShiftFields } from "./shift-fields";

type AddShiftProps = {
  districtId: string;
  zone: string;
  /** What the fields begin with: the soonest gap. */
  from: string;
  to: string;
};

/** Enters one duty. Once it is entered the form begins anew. */
export function AddShift({ districtId, zone, from, to }: AddShiftProps) {
  const t = useTranslations("duty");
  const router = useRouter();
  const add = trpc.duty.addShift.useMutation();
  const [count, setCount] = useState(0);
  const [, refresh] = useTransition();
  return (
    <div className="grid gap-4">
      {count > 0 && (
        <Notice key={count} tone="positive" isLive>
          {t("added")}
        </Notice>
      )}
      <Form
        key={`form ${count}`}
        schema={shiftForm}
        defaultValues={{ pharmacyId: "", from, to }}
        onSubmit={async (answers) => {
          await add.mutateAsync({ districtId, answers });
          // Together, so that the new form begins with what is the soonest gap by then.
          refresh(() => {
            router.refresh();
            setCount((before) => before + 1);
          });
        }}
      >
        <ShiftFields districtId={districtId} zone={zone} />
        <SubmitButton>{t("add")}</SubmitButton>
      </Form>
    </div>
  );
}
