import { cpus, loadavg, totalmem } from "node:os";
import type { QueryPlan } from "./plans";
import type { Comparison } from "./scenarios/compare";
import type { EngineFigures } from "./scenarios/engine";
import type { Statements } from "./statements";

export type Results = {
  at: string;
  machine: Machine;
  /** Rows by table under everything that was measured. */
  rows: Record<string, number>;
  generatedInSeconds: number;
  figures: Comparison[];
  engine: EngineFigures;
  statements: Statements;
  plans: QueryPlan[];
};

export type Machine = {
  cores: number;
  processor: string;
  memoryGiB: number;
  node: string;
  postgresql: string;
  /** Processes that wanted to run when it began: above 0.5 something else was at work. */
  loadBefore: number;
};

export function machineOf(postgresql: string): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgresql,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** A table of texts with aligned columns; numbers to the right. */
function table(rows: (string | number)[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0
            ? String(cell).padEnd(widths?.[at] ?? 0)
            : String(cell).padStart(widths?.[at] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

export function figuresTable(figures: readonly Comparison[]): string {
  const head = [
    "",
    "median ms",
    "p95 ms",
    "per s",
    "cpu ms",
    "bare: median",
    "p95",
    "per s",
    "cpu ms",
    "slower",
    "fewer",
  ];
  return table([
    head,
    ...figures.map(({ name, product, bare, slower, fewer }) => [
      ...[name, product.median, product.p95, product.perSecond, product.cpuMs],
      ...[bare.median, bare.p95, bare.perSecond, bare.cpuMs, `${slower}x`, `${fewer}x`],
    ]),
  ]);
}

export function engineLine({ name, freeTimes, median, p95, loadBefore }: EngineFigures): string {
  return `${name} (${freeTimes} free times): ${median} ms, p95 ${p95} ms of the engine's own, at load ${loadBefore}`;
}

export function plansTable(plans: readonly QueryPlan[]): string {
  return plans
    .flatMap(({ query, statements }) =>
      statements.map(({ planningMs, executionMs, rows, indexes, wholeTables }) =>
        [
          `${query}: ${executionMs} ms + ${planningMs} ms planning, ${rows} rows`,
          ...indexes.map((index) => `    ${index}`),
          ...wholeTables.map((whole) => `    all of ${whole}`),
        ].join("\n"),
      ),
    )
    .join("\n");
}

export function statementsTable(statements: Statements): string {
  return Object.entries(statements)
    .map(([call, said]) => `${call}: ${said.length} statements (${said.join("; ")})`)
    .join("\n");
}
