"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";

/** A document that this browser can't show is offered as a file, to be saved and never run. */
export function NotShown({ src }: { src: string }) {
  const t = useTranslations("verification");
  return (
    <Notice
      tone="caution"
      isLive
      title={t("notShown")}
      actions={
        <a href={src} download className={buttonClass({ variant: "secondary" })}>
          <Download aria-hidden className="size-5" />
          {t("download")}
        </a>
      }
    >
      {t("notShownBody")}
    </Notice>
  );
}
