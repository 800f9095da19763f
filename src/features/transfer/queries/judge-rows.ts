import { createHash } from "node:crypto";
import { restoreCell } from "@/lib/csv";
import type { Db } from "@/server/db";
import type { Value } from "../column";
import { problemOfWidth } from "../header";
import { type Found, type Judged, judge, keyOf, marksOf, type ReadRow } from "../rules";
import type { Sheet } from "../sheets";
import { SlugBook } from "../slug-book";
import { findKnown, findLikely, findTakenSlugs, type Keys, type Known } from "../store";
import type { Table, Record as TableRow } from "../table";
import { noTotals, type Totals } from "../verdicts";

const chunkSize = 500;

export type Judging = {
  /** "YYYY-MM-DD" */
  today: string;
  onBytes?: (bytes: number) => void;
};

/** Verdicts of a whole file as they come, and what they amount to once all have come. */
export class RowJudge {
  readonly totals: Totals = noTotals();
  readonly #db: Db;
  readonly #sheet: Sheet;
  readonly #table: Table;
  readonly #seen = new Map<string, number>();
  readonly #slugs: SlugBook;
  readonly #digest = createHash("sha256");

  /** @param about what else the verdicts rest on: the file and how it is read. */
  constructor(db: Db, sheet: Sheet, table: Table, about: string) {
    this.#db = db;
    this.#sheet = sheet;
    this.#table = table;
    this.#slugs = new SlugBook(db, sheet.kind);
    this.#digest.update(about);
  }

  /** SHA-256 over every verdict: the same for the same file in front of the same data. */
  digest(): string {
    return this.#digest.copy().digest("hex");
  }

  async *rows({ onBytes, ...judging }: Judging): AsyncGenerator<Judged[]> {
    let chunk: TableRow[] = [];
    for await (const row of this.#table.rows(onBytes)) {
      chunk.push(row);
      if (chunk.length < chunkSize) continue;
      yield await this.#judge(chunk, judging);
      chunk = [];
    }
    if (chunk.length > 0) yield await this.#judge(chunk, judging);
  }

  async #judge(records: readonly TableRow[], { today }: Judging): Promise<Judged[]> {
    const rows = records.map((record) => this.#read(record));
    const keys = this.#keysOf(rows);
    const find = await this.#finder(keys);
    const judged = rows.map((row) => {
      const one = judge(this.#sheet, row, find(row), today);
      this.#holdAgainstFile(row, one);
      return one;
    });
    await this.#holdAgainstDatabase(judged);
    await this.#giveSlugs(judged);
    for (const { verdict, values } of judged) {
      this.totals[verdict.verdict] += 1;
      this.#digest.update(JSON.stringify([verdict, values.get("slug") ?? null]));
    }
    return judged;
  }

  #read({ row, cells }: TableRow): ReadRow {
    const { header } = this.#table;
    const named = [...header.places].map(
      ([name, at]) => [name, restoreCell(cells[at] ?? "").trim()] as const,
    );
    return { row, cells: new Map(named), problem: problemOfWidth(header, cells) };
  }

  #keysOf(rows: readonly ReadRow[]): Keys {
    const all = (name: string) => [
      ...new Set(rows.flatMap((row) => keyOf(this.#sheet, row, name) ?? [])),
    ];
    return {
      ids: all("id"),
      slugs: all("slug"),
      emails: all("email"),
      licences: all("license_number"),
    };
  }

  async #finder(keys: Keys): Promise<(row: ReadRow) => Found> {
    const { kind } = this.#sheet;
    const known = await findKnown(this.#db, kind, keys);
    const old = kind === "doctors" ? [] : await findTakenSlugs(this.#db, kind, keys.slugs);
    const by = (fact: string) => new Map(known.map((one) => [one.facts[fact], one] as const));
    const maps = {
      id: by("id"),
      slug: by("slug"),
      email: by("email"),
      license_number: by("license_number"),
    };
    const oldSlugs = new Map(old.flatMap(({ slug, id }) => (id ? [[slug, id] as const] : [])));
    const pick = (row: ReadRow, name: keyof typeof maps): Known | null =>
      maps[name].get(keyOf(this.#sheet, row, name) as Value) ?? null;
    return (row) => ({
      byId: pick(row, "id"),
      bySlug: pick(row, "slug"),
      byOldSlug: oldSlugs.get(keyOf(this.#sheet, row, "slug") ?? "") ?? null,
      byEmail: pick(row, "email"),
      byLicence: pick(row, "license_number"),
    });
  }

  #holdAgainstFile(row: ReadRow, judged: Judged): void {
    const { verdict, values, known } = judged;
    const marks = marksOf(this.#sheet, row, judged);
    const first = marks.flatMap((mark) => this.#seen.get(mark) ?? [])[0];
    for (const mark of marks) if (!this.#seen.has(mark)) this.#seen.set(mark, verdict.row);
    if (verdict.verdict === "refused") return;
    if (first !== undefined) Object.assign(verdict, { verdict: "duplicate", firstRow: first });
    const slug = values.get("slug");
    const isOwnAddress = typeof slug !== "string" || this.#slugs.reserve(slug);
    if (isOwnAddress || first !== undefined || known?.facts.slug === slug) return;
    verdict.verdict = "refused";
    verdict.problems.push({ column: "slug", code: "slugTaken" });
  }

  async #holdAgainstDatabase(judged: readonly Judged[]): Promise<void> {
    const fresh = judged.filter(({ verdict }) => verdict.verdict === "new");
    if (fresh.length === 0) return;
    const text = (value: Value | undefined) => (typeof value === "string" ? value : null);
    const degrees = (value: Value | undefined) => (typeof value === "number" ? value : null);
    const newcomers = fresh.map(({ verdict, values }) => ({
      row: verdict.row,
      name: verdict.label,
      latitude: degrees(values.get("latitude")),
      longitude: degrees(values.get("longitude")),
      licence: text(values.get("license_number")),
    }));
    const likely = await findLikely(this.#db, this.#sheet.kind, newcomers);
    const byRow = new Map(likely.map(({ row, id, label }) => [row, { id, label }]));
    for (const { verdict } of fresh) {
      const resembles = byRow.get(verdict.row);
      if (resembles) Object.assign(verdict, { verdict: "likely", resembles });
    }
  }

  async #giveSlugs(judged: readonly Judged[]): Promise<void> {
    const without = judged.filter(
      ({ known, verdict, values }) =>
        !known && ["new", "likely"].includes(verdict.verdict) && !values.get("slug"),
    );
    const names = without.map(({ verdict, values }) =>
      this.#sheet.kind === "clinics" ? `${verdict.label} ${values.get("city")}` : verdict.label,
    );
    const slugs = await this.#slugs.assign(names);
    without.forEach((one, at) => {
      (one.values as Map<string, Value>).set("slug", slugs[at] ?? "");
    });
  }
}
