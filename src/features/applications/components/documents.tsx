"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { mostDocuments } from "../documents";
import type { ShownDocument } from "../queries/show-application";
import { DocumentRow } from "./document-row";
import { DropZone } from "./drop-zone";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

type DocumentsProps = { documents: ShownDocument[] };

/** The documents of an application: what is there, what is on its way, and adding more. */
export function Documents({ documents }: DocumentsProps) {
  const t = useTranslations("files");
  const router = useRouter();
  const [news, setNews] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const { uploads, start, dismiss } = useUploads((name) => setNews(t("added", { name })));

  function onRemoved(name: string) {
    setNews(t("removed", { name }));
    router.refresh();
  }
  // The button that was pressed goes away with its row.
  const count = useRef(documents.length);
  useEffect(() => {
    if (documents.length < count.current) list.current?.focus();
    count.current = documents.length;
  }, [documents.length]);

  const lacks = (["licence", "identity"] as const).find((kind) =>
    documents.every((document) => document.kind !== kind),
  );

  return (
    <div className="grid gap-5">
      <section ref={list} tabIndex={-1} aria-label={t("list")}>
        {documents.length === 0 && <p className="text-ink-muted">{t("empty")}</p>}
        <ul className="empty:hidden">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onRemoved={() => onRemoved(document.name)}
            />
          ))}
        </ul>
      </section>
      <ul className="grid gap-4 empty:hidden">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onDismiss={() => dismiss(upload.id)} />
        ))}
      </ul>
      <p role="status" className="font-semibold text-positive wrap-anywhere empty:hidden">
        {news}
      </p>
      {documents.length < mostDocuments ? (
        <DropZone key={lacks} usualKind={lacks ?? "diploma"} onFiles={start} />
      ) : (
        <p>{t("full", { most: mostDocuments })}</p>
      )}
    </div>
  );
}
