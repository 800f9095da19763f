"use client";

import { FileText, Image, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { textLinkClass } from "@/components/ui/text-link";
import { formatBytes } from "@/lib/bytes";
import { formatDate } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import type { ShownDocument } from "../queries/show-application";

type DocumentRowProps = { document: ShownDocument; onRemoved: () => void };

export function DocumentRow({ document, onRemoved }: DocumentRowProps) {
  const t = useTranslations("files");
  const locale = useLocale();
  const { id, name, kind, type, size, uploadedAt, isRelied } = document;
  const Icon = type === "application/pdf" ? FileText : Image;
  const facts = {
    kind: t(`kinds.${kind}`),
    size: formatBytes(size, locale),
    date: formatDate(uploadedAt.slice(0, 10), locale),
  };
  return (
    <li className="flex items-start gap-3 border-t border-line py-3 first:border-t-0">
      <Icon aria-hidden className="mt-0.5 size-5.5 shrink-0 text-ink-muted" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <a
          href={`/documents/${id}`}
          target="_blank"
          rel="noreferrer"
          title={t("show")}
          className={`${textLinkClass} justify-self-start font-semibold wrap-anywhere`}
        >
          {name}
        </a>
        <p className="text-small text-ink-muted">{t("facts", facts)}</p>
        {isRelied && <p className="text-small text-ink-muted">{t("relied")}</p>}
      </div>
      {!isRelied && <RemoveButton id={id} name={name} onRemoved={onRemoved} />}
    </li>
  );
}

function RemoveButton({ id, name, onRemoved }: Pick<ShownDocument, "id" | "name"> & Removed) {
  const t = useTranslations("files");
  const [isOpen, setOpen] = useState(false);
  const remove = trpc.applications.removeDocument.useMutation({
    onSuccess: () => {
      setOpen(false);
      onRemoved();
    },
  });
  return (
    <Dialog
      title={t("removeTitle")}
      description={<span className="wrap-anywhere">{t("removeBody", { name })}</span>}
      closeLabel={t("close")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon={Trash2} label={t("removeNamed", { name })} />}
      actions={
        <Button
          variant="critical"
          isPending={remove.isPending}
          onClick={() => remove.mutate({ documentId: id })}
        >
          {t("remove")}
        </Button>
      }
    >
      {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
    </Dialog>
  );
}

type Removed = { onRemoved: () => void };
