"use client";

import { Camera, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import {
  type DocumentKind,
  documentKinds,
  documentTypes,
  mostDocuments,
  mostMegabytes,
} from "../documents";

type DropZoneProps = {
  usualKind: DocumentKind;
  onFiles: (files: readonly File[], kind: DocumentKind) => void;
};

const accepted = Object.keys(documentTypes).join(",");
const images = accepted.replace("application/pdf,", "");

/** Where files are dropped, or chosen, or taken with the camera; all three do the same. */
export function DropZone({ usualKind, onFiles }: DropZoneProps) {
  const t = useTranslations("files");
  const id = useId();
  const [kind, setKind] = useState(usualKind);
  const [isOver, setOver] = useState(false);
  const choosing = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);

  function take(event: ChangeEvent<HTMLInputElement>) {
    const { files } = event.target;
    if (files) onFiles(Array.from(files), kind);
    // The same file again is a new wish.
    event.target.value = "";
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer.files), kind);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the buttons in it
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "grid gap-4 rounded-card border-2 border-dashed p-4 sm:p-5",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
    >
      <Field id={id} label={t("kindLabel")}>
        <Select
          id={id}
          value={kind}
          onChange={(event) => setKind(event.target.value as DocumentKind)}
          options={documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          className="max-w-96"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <span className="pointer-coarse:hidden">{t("drop")}</span>
        <Button variant="secondary" onClick={() => choosing.current?.click()}>
          <Upload aria-hidden className="size-5" />
          {t("choose")}
        </Button>
        <span className="hidden pointer-coarse:contents">
          <Button variant="secondary" onClick={() => photo.current?.click()}>
            <Camera aria-hidden className="size-5" />
            {t("takePhoto")}
          </Button>
        </span>
      </div>
      <p className="text-small text-ink-muted">
        {t("limits", { megabytes: mostMegabytes, most: mostDocuments })}
      </p>
      <input ref={choosing} type="file" hidden multiple accept={accepted} onChange={take} />
      <input ref={photo} type="file" hidden accept={images} capture="environment" onChange={take} />
    </div>
  );
}
