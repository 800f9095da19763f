import type { ImportReport } from "./commands/import-file";
import { type Reason, reasons } from "./raw-row";
import type { ToldRow } from "./store";

const mostShown = 20;
const headings = {
  hours: "Hours that cannot be read; taken in without them",
  repair: "Hours put right",
  leftOut: "Facts left out",
  unnamed: "Without a name",
} as const;

type Group = { heading: string; count: number; first: string[] };

/** Gathers what is said of single rows: how often each thing, and the first of each in words. */
export class Told {
  readonly #groups = new Map<string, Group>();

  add({ row, sourceId, problem }: ToldRow): void {
    const id = sourceId ? ` (${sourceId})` : "";
    if (problem.outcome === "rejected") {
      const sentence = reasons[problem.reason as Reason] ?? problem.reason;
      const detail = problem.detail ? `: ${problem.detail}` : "";
      this.#put(`Rejected: ${sentence}`, `row ${row}${id}${detail}`);
    } else
      for (const { kind, text } of problem.notes)
        this.#put(headings[kind], `row ${row}${id}: ${text}`);
  }

  #put(heading: string, line: string): void {
    const group = this.#groups.get(heading) ?? { heading, count: 0, first: [] };
    group.count += 1;
    if (group.first.length < mostShown) group.first.push(line);
    this.#groups.set(heading, group);
  }

  /** A heading with its number, and under it the first rows. */
  lines(): string[] {
    return [...this.#groups.values()].flatMap(({ heading, count, first }) => [
      "",
      `${heading}: ${count}`,
      ...first.map((line) => `  ${line}`),
      ...(count > first.length
        ? [`  … and ${count - first.length} more (all with --report FILE)`]
        : []),
    ]);
  }
}

/** What became of a file, for the end of the screen. */
export function reportLines(report: ImportReport, told: Told, isDryRun: boolean): string[] {
  const { file, gone } = report;
  const row = (label: string, count: number) => `  ${label.padEnd(10)}${String(count).padStart(9)}`;
  return [
    `${file.name}: ${isDryRun ? "tried, nothing written" : "taken in"}.`,
    ...(file.isGuessed ? ["It is not UTF-8 and was read as Windows-1252: check a few names."] : []),
    row("read", report.taken + report.skipped + report.rejected),
    row("new", report.made),
    row("changed", report.changed),
    row("unchanged", report.same),
    row("kept", report.kept),
    row("skipped", report.skipped),
    row("rejected", report.rejected),
    ...told.lines(),
    ...(gone.count > 0
      ? [
          "",
          `No longer in the file, and left as they are: ${gone.count}`,
          ...gone.first.map(({ sourceId, name }) => `  ${sourceId}: ${name}`),
          ...(gone.count > gone.first.length ? ["  …"] : []),
        ]
      : []),
  ];
}
