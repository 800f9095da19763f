"use client";

import { useRef, useState } from "react";
import { refusalOf } from "@/components/form/refusal-of";
import type { Refusal } from "@/lib/refusal";
import type { Encoding, Kind, Separator } from "../kinds";
import type { About, ImportLine, RowVerdict, Totals } from "../verdicts";
import { type Sent, sendTable } from "./send-table";

export type Said = { separator: Separator | null; encoding: Encoding | null };

/** What was found out about a file. */
export type Checked = {
  about: About;
  rows: RowVerdict[];
  totals: Totals;
  digest: string;
  /** Rows whose verdict is another than in the check before; null where there was none. */
  differing: ReadonlySet<number> | null;
};

export type Step =
  | { name: "choose"; refusal: Refusal | null }
  | {
      name: "busy";
      doing: "sending" | "checking" | "rechecking" | "writing";
      part: number;
      rows: number;
      checked: Checked | null;
    }
  | { name: "checked"; checked: Checked; refusal: Refusal | null }
  | { name: "written"; checked: Checked };

/** One file on its way from being chosen to being written. */
export function useImport() {
  const [step, setStep] = useState<Step>({ name: "choose", refusal: null });
  const [file, setFile] = useState<File | null>(null);
  const sent = useRef<Sent | null>(null);

  /** Sends a file and collects what is said; shows how far that is. */
  async function send(what: Sent, before: Checked | null) {
    const isWriting = what.digest !== undefined;
    const said: { about?: About; rows: RowVerdict[]; totals?: Totals; digest?: string } = {
      rows: [],
    };
    const busy = (doing: "sending" | "checking" | "rechecking" | "writing", part = 0, rows = 0) =>
      setStep({ name: "busy", doing, part, rows, checked: isWriting ? before : null });
    const onLine = (line: ImportLine) => {
      if (line.type === "about") Object.assign(said, { about: line.about, rows: [] });
      if (line.type === "rows") said.rows.push(...line.rows);
      if (line.type === "done") Object.assign(said, { totals: line.totals, digest: line.digest });
      if (line.type !== "progress") return;
      const doing = line.phase === "write" ? "writing" : isWriting ? "rechecking" : "checking";
      busy(doing, line.part, line.rows);
    };
    busy("sending");
    await sendTable(what, {
      onSent: (part) =>
        busy(part < 1 ? "sending" : isWriting ? "rechecking" : "checking", part < 1 ? part : 0),
      onLine,
    });
    return said;
  }

  async function look(what: Sent, before: Checked | null): Promise<Checked | null> {
    const { about, rows, totals, digest } = await send(what, before);
    if (!about || !totals || !digest) return null;
    return { about, rows, totals, digest, differing: before && differing(before.rows, rows) };
  }

  async function check(kind: Kind, chosen: File, said: Said) {
    setFile(chosen);
    sent.current = { kind, file: chosen, ...said };
    try {
      const checked = await look(sent.current, null);
      if (checked) setStep({ name: "checked", checked, refusal: null });
    } catch (error) {
      setStep({ name: "choose", refusal: refusalOf(error) });
    }
  }

  async function write(checked: Checked, acceptsLikely: boolean) {
    const what = sent.current;
    if (!what) return;
    // Read just as it was, whatever another look might guess.
    const { separator, encoding } = checked.about;
    const same = { ...what, separator, encoding };
    try {
      await send({ ...same, digest: checked.digest, acceptsLikely }, checked);
      setStep({ name: "written", checked });
    } catch (error) {
      const refusal = refusalOf(error);
      const isOther = refusal.code === "CHANGED_MEANWHILE";
      const now = isOther ? await look(same, checked).catch(() => null) : null;
      setStep({ name: "checked", checked: now ?? checked, refusal });
    }
  }

  const again = () => {
    setStep({ name: "choose", refusal: null });
    setFile(null);
  };
  return { step, file, check, write, again };
}

function differing(before: readonly RowVerdict[], now: readonly RowVerdict[]): Set<number> {
  const said = new Map(before.map((row) => [row.row, JSON.stringify(row)]));
  return new Set(
    now.filter((row) => said.get(row.row) !== JSON.stringify(row)).map(({ row }) => row),
  );
}
