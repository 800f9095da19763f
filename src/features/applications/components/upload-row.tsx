"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Upload } from "./use-uploads";

type UploadRowProps = { upload: Upload; onDismiss: () => void };

/** One file on its way in: how far it has come, or why it was not taken. */
export function UploadRow({ upload, onDismiss }: UploadRowProps) {
  const t = useTranslations("files");
  const { name, progress, refusal } = upload;
  if (refusal)
    return (
      <li className="grid gap-2">
        <p className="font-semibold wrap-anywhere">{t("refusedTitle", { name })}</p>
        <RefusalNotice
          refusal={refusal}
          actions={
            <Button variant="secondary" onClick={onDismiss}>
              {t("dismiss")}
            </Button>
          }
        />
      </li>
    );
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4 wrap-anywhere">
        <span>{t("sending", { name })}</span>
        <span className="text-ink-muted">
          {progress < 1 ? t("progress", { percent: progress }) : t("checking")}
        </span>
      </p>
      <ProgressBar label={t("sending", { name })} value={progress} />
    </li>
  );
}
