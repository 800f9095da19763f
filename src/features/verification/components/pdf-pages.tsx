"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { NotShown } from "./not-shown";
import { openPdf, type PDFDocumentProxy } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import { Zoom } from "./zoom";

/** So many pages are drawn at first, and again for each wish for more. */
const atOnce = 4;

type PdfPagesProps = { src: string; name: string };

/** A PDF, drawn here: no plugin and no frame, so it looks the same in every browser and on a phone. */
export function PdfPages({ src, name }: PdfPagesProps) {
  const t = useTranslations("verification");
  const [pdf, setPdf] = useState<PDFDocumentProxy | "failed" | null>(null);
  const [most, setMost] = useState(atOnce);

  useEffect(() => {
    let isWanted = true;
    const opening = openPdf(src);
    opening.then(
      (opened) => isWanted && setPdf(opened),
      () => isWanted && setPdf("failed"),
    );
    return () => {
      isWanted = false;
      opening.then((opened) => opened.loadingTask.destroy()).catch(() => undefined);
    };
  }, [src]);

  if (pdf === "failed") return <NotShown src={src} />;
  if (!pdf)
    return (
      <div role="status" className="grid gap-2">
        <p>{t("pdfLoading")}</p>
        <Skeleton className="aspect-[1/1.4] w-full" />
      </div>
    );
  const shown = Math.min(most, pdf.numPages);
  const rest = pdf.numPages - shown;
  return (
    <div className="grid gap-3">
      <Zoom label={name}>
        {(zoom) =>
          Array.from({ length: shown }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
              key={index}
              pdf={pdf}
              number={index + 1}
              name={name}
              zoom={zoom}
              onFailed={() => setPdf("failed")}
            />
          ))
        }
      </Zoom>
      {rest > 0 && (
        <Button variant="secondary" onClick={() => setMost(most + atOnce)}>
          {t("pdfMore", { count: Math.min(rest, atOnce) })}
        </Button>
      )}
    </div>
  );
}
