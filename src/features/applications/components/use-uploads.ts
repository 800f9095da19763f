"use client";

import { useRef, useState } from "react";
import { refusalOf } from "@/components/form/refusal-of";
import { type Refusal, RefusalError } from "@/lib/refusal";
import { type DocumentKind, refuseSize } from "../documents";
import type { ShownDocument } from "../queries/show-application";
import { sendFile } from "./send-file";

export type Upload = {
  id: number;
  name: string;
  /** From 0 to 1; at 1 the server looks at it. */
  progress: number;
  refusal: Refusal | null;
};

/** Files on their way in, one after the other; those that were refused stay until dismissed. */
export function useUploads(onAdded: (document: ShownDocument) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const count = useRef(0);

  const update = (id: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const dismiss = (id: number) => setUploads((all) => all.filter((one) => one.id !== id));

  async function send(file: File, kind: DocumentKind, id: number) {
    try {
      const refusal = refuseSize(file.size);
      if (refusal) throw new RefusalError(refusal);
      onAdded(await sendFile(file, kind, (progress) => update(id, { progress })));
      dismiss(id);
    } catch (error) {
      update(id, { refusal: refusalOf(error) });
    }
  }

  async function start(files: readonly File[], kind: DocumentKind) {
    const begun = files.map((file) => ({ file, id: count.current++ }));
    setUploads((all) => [
      ...all,
      ...begun.map(({ file, id }) => ({ id, name: file.name, progress: 0, refusal: null })),
    ]);
    for (const { file, id } of begun) await send(file, kind, id);
  }

  return { uploads, start, dismiss };
}
