"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { documentTypes, mostDocuments, mostMegabytes } from "../documents";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

/** Adds a licence to a doctor's documents; whoever shows those hears of it by a refresh. */
export function LicenceUpload() {
  const t = useTranslations("files");
  const router = useRouter();
  const [news, setNews] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const { uploads, start, dismiss } = useUploads(({ name }) => {
    setNews(t("added", { name }));
    router.refresh();
  });

  function take(event: ChangeEvent<HTMLInputElement>) {
    const { files } = event.target;
    if (files) void start(Array.from(files), "licence");
    // The same file again is a new wish.
    event.target.value = "";
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="secondary" onClick={() => input.current?.click()}>
          <Upload aria-hidden className="size-5" />
          {t("chooseOne")}
        </Button>
        <span className="text-small text-ink-muted">
          {t("limits", { megabytes: mostMegabytes, most: mostDocuments })}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={Object.keys(documentTypes).join(",")}
        onChange={take}
      />
      <ul className="grid gap-4 empty:hidden">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onDismiss={() => dismiss(upload.id)} />
        ))}
      </ul>
      <p role="status" className="font-semibold text-positive wrap-anywhere empty:hidden">
        {news}
      </p>
    </div>
  );
}
