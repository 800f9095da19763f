import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { auditExportHref } from "../audit-url";
import type { AuditFilter } from "../schema";

/** Fetches the filtered log as a file. It leaves an entry, so no link that is followed by itself does it. */
export async function ExportButton({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations("audit");
  return (
    <form method="post" action={auditExportHref(filter)} className="grid gap-1" data-print="hide">
      <Button type="submit" variant="secondary" aria-describedby="audit-export-hint">
        <Download aria-hidden className="size-5" />
        {t("export")}
      </Button>
      <span id="audit-export-hint" className="text-small text-ink-muted">
        {t("exportHint")}
      </span>
    </form>
  );
}
