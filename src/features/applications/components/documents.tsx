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
  const { shown, add, remove } = useShown(documents);
  const { uploads, start, dismiss } = useUploads((document) => {
    add(document);
    setNews(t("added", { name: document.name }));
    router.refresh();
  });

  function onRemoved({ id, name }: ShownDocument) {
    remove(id);
    setNews(t("removed", { name }));
    router.refresh();
  }
  // The button that was pressed goes away with its row.
  const count = useRef(shown.length);
  useEffect(() => {
    if (shown.length < count.current) list.current?.focus();
    count.current = shown.length;
  }, [shown.length]);

  const lacks = (["licence", "identity"] as const).find((kind) =>
    shown.every((document) => document.kind !== kind),
  );

  return (
    <div className="grid gap-5">
      <section ref={list} tabIndex={-1} aria-label={t("list")}>
        {shown.length === 0 && <p className="text-ink-muted">{t("empty")}</p>}
        <ul className="empty:hidden">
          {shown.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onRemoved={() => onRemoved(document)}
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
      {shown.length < mostDocuments ? (
        <DropZone key={lacks} usualKind={lacks ?? "diploma"} onFiles={start} />
      ) : (
        <p>{t("full", { most: mostDocuments })}</p>
      )}
    </div>
  );
}

/** The list as it is known here: what was just added or removed need not wait for the page. */
function useShown(documents: ShownDocument[]) {
  const [added, setAdded] = useState<ShownDocument[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const known = new Set([...documents.map(({ id }) => id), ...removed]);
  return {
    shown: [
      ...documents.filter(({ id }) => !removed.includes(id)),
      ...added.filter(({ id }) => !known.has(id)),
    ],
    add: (document: ShownDocument) => setAdded((all) => [...all, document]),
    remove: (id: string) => setRemoved((all) => [...all, id]),
  };
}
