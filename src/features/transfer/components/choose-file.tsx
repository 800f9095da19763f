"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { RadioChip } from "@/components/ui/radio-chip";
import { type Kind, mostMegabytes, mostRows } from "../kinds";

type ChooseFileProps = {
  kinds: readonly Kind[];
  onFile: (kind: Kind, file: File) => void;
};

/** What a file holds, and the file: dropped or chosen. */
export function ChooseFile({ kinds, onFile }: ChooseFileProps) {
  const t = useTranslations("transfer");
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "doctors");
  const [isOver, setOver] = useState(false);
  const choosing = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(kind, file);
  };
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the button in it
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
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t("kindLabel")}</legend>
        <div className="flex flex-wrap gap-2">
          {kinds.map((one) => (
            <RadioChip
              key={one}
              name="kind"
              value={one}
              label={t(`kinds.${one}`)}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <span className="pointer-coarse:hidden">{t("drop")}</span>
        <Button variant="secondary" onClick={() => choosing.current?.click()}>
          <Upload aria-hidden className="size-5" />
          {t("choose")}
        </Button>
      </div>
      <p className="text-small text-ink-muted">
        {t("limits", { megabytes: mostMegabytes, rows: mostRows })}
      </p>
      {kind === "doctors" && <p className="text-small text-ink-muted">{t("doctorsNote")}</p>}
      <input
        ref={choosing}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        onChange={(event) => {
          take(event.target.files);
          // The same file again is a new wish.
          event.target.value = "";
        }}
      />
    </div>
  );
}
