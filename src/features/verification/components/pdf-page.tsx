"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "./open-pdf";
import { widthAt, type ZoomStep } from "./zoom";

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  name: string;
  zoom: ZoomStep;
  onFailed: () => void;
};

/** One page as a picture, with its text for who does not see it. */
export function PdfPage({ pdf, number, name, zoom, onFailed }: PdfPageProps) {
  const t = useTranslations("verification");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    let isWanted = true;
    let drawing: RenderTask | undefined;
    async function show() {
      const page = await pdf.getPage(number);
      if (!isWanted || !canvas.current) return;
      drawing = draw(page, zoom, canvas.current);
      await drawing.promise;
      setText(await textOf(page));
    }
    show().catch(() => isWanted && failed.current());
    return () => {
      isWanted = false;
      // One canvas takes one drawing at a time.
      drawing?.cancel();
    };
  }, [pdf, number, zoom]);

  return (
    <figure className="not-first:mt-3">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("pdfPage", { name, page: number, pages: pdf.numPages })}
        className={cx("block h-auto max-w-none bg-surface", widthAt(zoom))}
      />
      {text && (
        <figcaption>
          <VisuallyHidden>
            {t("pdfText", { page: number })}: {text}
          </VisuallyHidden>
        </figcaption>
      )}
    </figure>
  );
}

/** Begins to draw a page as sharp as the screen is. */
function draw(page: PDFPageProxy, zoom: number, canvas: HTMLCanvasElement): RenderTask {
  const width = (canvas.parentElement?.clientWidth ?? 600) * zoom * window.devicePixelRatio;
  const { width: natural } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(width, widest) / natural });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  return page.render({ canvas, viewport });
}

/** Pixels; a canvas can't be of any size. */
const widest = 4000;

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ("str" in item ? item.str : ""))
    .join(" ")
    .trim();
}
