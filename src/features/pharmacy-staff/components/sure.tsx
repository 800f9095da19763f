"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type SureProps = {
  title: string;
  body: ReactNode;
  /** What the button says that asks, and the one that does it. */
  label: string;
  ariaLabel?: string;
  deed: { mutate: () => void; isPending: boolean; error: unknown };
};

/** Asks once more before something that others feel. */
export function Sure({ title, body, label, ariaLabel, deed }: SureProps) {
  const t = useTranslations("pharmacyStaff");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" aria-label={ariaLabel} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={title}
        description={body}
        closeLabel={t("cancel")}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <Button variant="critical" isPending={deed.isPending} onClick={deed.mutate}>
              {label}
            </Button>
          </>
        }
      >
        {deed.error ? <RefusalNotice refusal={refusalOf(deed.error)} /> : null}
      </Dialog>
    </>
  );
}
