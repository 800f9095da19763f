import type { PDFDocumentProxy } from "pdfjs-dist";

export type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist";

/** What some pictures in a scan need to be read; fetched from our own site when one does. */
const decoders: Record<string, () => URL> = {
  "jbig2.wasm": () => new URL("pdfjs-dist/wasm/jbig2.wasm", import.meta.url),
  "openjpeg.wasm": () => new URL("pdfjs-dist/wasm/openjpeg.wasm", import.meta.url),
  "qcms_bg.wasm": () => new URL("pdfjs-dist/wasm/qcms_bg.wasm", import.meta.url),
};

class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = decoders[filename]?.();
    if (!address) throw new Error("No such decoder.");
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}

/** Larger pictures would fill the memory of the machine that looks at them. */
const mostPixels = 64_000_000;

/**
 * Reads a PDF to be drawn page by page. Nothing in it runs: no script, no form, no link. Throws for
 * what is none, is damaged, has no page or asks for a password.
 */
export async function openPdf(src: string): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    import.meta.url,
  ).toString();
  const pdf = await getDocument({
    url: src,
    // One request for the whole of it: each is a look in the record.
    disableRange: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    useWorkerFetch: false,
    wasmUrl: "/",
    WasmFactory: Decoders,
    verbosity: 0,
  }).promise;
  if (pdf.numPages > 0) return pdf;
  await pdf.loadingTask.destroy();
  throw new Error("A document without a page.");
}
