"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { longestReason, reasonForm } from "../form-schema";
import type { Consequence } from "../rules";
import { WhatFollows } from "./what-follows";

type SwitchDialogProps = {
  userId: string;
  name: string;
  isActive: boolean;
  /** Of switching off. */
  consequences: Consequence[];
};

/** Switches an account off or on, with a reason, once it has been said what follows. */
export function SwitchDialog({ userId, name, isActive, consequences }: SwitchDialogProps) {
  const t = useTranslations("people");
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const off = trpc.people.deactivate.useMutation();
  const on = trpc.people.activate.useMutation();
  return (
    // One button for both, so that the keyboard stays where it is when the other becomes possible.
    <>
      <Button variant="secondary" onClick={() => setIsAsking(true)}>
        {t(isActive ? "switchOff" : "switchOn")}
      </Button>
      <Dialog
        title={t(isActive ? "switchOffTitle" : "switchOnTitle", { name })}
        closeLabel={t("close")}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
      >
        {isActive ? <WhatFollows consequences={consequences} /> : <p>{t("switchOnWhat")}</p>}
        <Form
          schema={reasonForm}
          defaultValues={{ reason: "" }}
          onSubmit={async ({ reason }) => {
            await (isActive ? off : on).mutateAsync({ userId, reason });
            setIsAsking(false);
            router.refresh();
          }}
        >
          <TextAreaField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            maxLength={longestReason}
            rows={2}
            autoComplete="off"
          />
          <SubmitButton variant={isActive ? "critical" : "primary"}>
            {t(isActive ? "switchOffConfirm" : "switchOnConfirm")}
          </SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
