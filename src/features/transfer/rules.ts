import lookupZone from "@photostructure/tz-lookup";
import { fold } from "@/lib/fold";
import { isZone } from "@/lib/time/zone";
import { type Column, cellOf, saysTheSame, type Value } from "./column";
import type { Sheet } from "./sheets";
import type { Known } from "./store";
import type { CellProblem, Change, RowVerdict } from "./verdicts";

/** One row as it was read: the cells of its columns, or what is wrong with the row as a whole. */
export type ReadRow = {
  row: number;
  cells: ReadonlyMap<string, string>;
  problem: CellProblem | null;
};

/** What the database says to the keys of a row. */
export type Found = {
  byId: Known | null;
  bySlug: Known | null;
  /** The id that an address of the past leads to. */
  byOldSlug: string | null;
  byEmail: Known | null;
  byLicence: Known | null;
};

export type Judged = {
  verdict: RowVerdict;
  known: Known | null;
  /** Columns to write, all those given of a new one and the changed ones of another. */
  values: ReadonlyMap<string, Value>;
};

type Identity = { known: Known | null; problems: CellProblem[] };

/** Reads a cell's key, such as its id; null where there is none or it is malformed. */
export function keyOf(sheet: Sheet, { cells }: ReadRow, name: string): string | null {
  const column = sheet.columns.find((one) => one.name === name);
  const cell = cells.get(name);
  const read = column && cell ? column.read(cell) : null;
  return read && "value" in read && typeof read.value === "string" ? read.value : null;
}

function identifyPlace(sheet: Sheet, row: ReadRow, found: Found): Identity {
  const problems: CellProblem[] = [];
  const hasId = keyOf(sheet, row, "id") !== null;
  if (hasId && !found.byId) problems.push({ column: "id", code: "unknownId" });
  const known = hasId ? found.byId : found.bySlug;
  const slugOwner = found.bySlug?.id ?? found.byOldSlug;
  if (slugOwner && slugOwner !== known?.id)
    problems.push({ column: "slug", code: found.bySlug ? "slugTaken" : "oldSlug" });
  return { known, problems };
}

function identifyDoctor(found: Found): Identity {
  const { byEmail, byLicence } = found;
  if (byEmail && !byEmail.id)
    return { known: null, problems: [{ column: "email", code: "notADoctor" }] };
  if (byEmail && byLicence && byEmail.id !== byLicence.id)
    return { known: null, problems: [{ column: "license_number", code: "licenceTaken" }] };
  return { known: byLicence ?? byEmail, problems: [] };
}

/** Nothing there is emptied of these by an empty cell: of an address or a yes there is no less. */
function keepsIfEmpty({ name }: Column, current: Value | undefined): boolean {
  return typeof current === "boolean" || ["id", "slug", "timezone"].includes(name);
}

type Facts = { values: Map<string, Value>; problems: CellProblem[] };

function readFacts(sheet: Sheet, { cells }: ReadRow, known: Known | null): Facts {
  const values = new Map<string, Value>();
  const problems: CellProblem[] = [];
  for (const column of sheet.columns) {
    const { name, isNeeded, read } = column;
    const cell = cells.get(name);
    const current = known?.facts[name];
    if (cell === undefined) {
      if (!known && isNeeded) problems.push({ column: name, code: "columnMissing" });
    } else if (known && saysTheSame(column, cell, current)) {
      // Nothing to do.
    } else if (cell === "") {
      if (isNeeded) problems.push({ column: name, code: "needed" });
      else if (!keepsIfEmpty(column, current)) values.set(name, null);
    } else {
      const said = read(cell);
      if ("value" in said) values.set(name, said.value);
      else problems.push({ column: name, ...said.problem });
    }
  }
  // Which one it is, it has been asked by.
  values.delete("id");
  return { values, problems };
}

/** What is compared with the documents of a doctor. */
const checkedFacts = [
  "given_name",
  "family_name",
  "specialization",
  "sub_specialization",
  "license_number",
  "license_authority",
  "license_country",
  "license_expires_on",
  "medical_council_registration",
];
const checkedOfPharmacy = checkedFacts.filter((name) => name.startsWith("license_"));

function refuseDoctor(known: Known | null, { values }: Facts, today: string): CellProblem[] {
  // What an administrator or a patient was once is not a file's to change.
  if (known && !known.isDoctor && values.size > 0) return [{ column: null, code: "notADoctorNow" }];
  const problems: CellProblem[] = [];
  const expiry = values.get("license_expires_on");
  if (typeof expiry === "string" && expiry < today)
    problems.push({ column: "license_expires_on", code: "licenceExpired" });
  if (known && !known.isUnclaimed && values.has("email"))
    problems.push({ column: "email", code: "emailFixed" });
  const isChecked = known?.isVerified || known?.isWaiting;
  const checked = isChecked ? checkedFacts.filter((name) => values.has(name)) : [];
  const code = known?.isVerified ? "verifiedFact" : "waitingFact";
  return [...problems, ...checked.map((column) => ({ column, code }) as const)];
}

function refuseClinic(known: Known | null, { values }: Facts): CellProblem[] {
  if (!known) return [];
  const { status } = known;
  if (values.size > 0 && (status === "merged" || status === "proposed"))
    return [{ column: null, code: status === "merged" ? "merged" : "proposed" }];
  // Hours and appointments there would silently mean other times, and fees other money.
  return ["timezone", "currency"]
    .filter((name) => values.has(name))
    .map((column) => ({ column, code: "fixedFact" }) as const);
}

function refusePharmacy(known: Known | null, { values }: Facts): CellProblem[] {
  const now = (name: string) => (values.has(name) ? values.get(name) : known?.facts[name]);
  const problems: CellProblem[] = [];
  const delivers = now("supports_delivery") === true;
  const isTouched = values.has("supports_delivery") || values.has("delivery_radius_km");
  if (isTouched && delivers !== ((now("delivery_radius_km") ?? null) !== null))
    problems.push({ column: "delivery_radius_km", code: "radius" });
  const checked = known?.isVerified ? checkedOfPharmacy.filter((name) => values.has(name)) : [];
  return [...problems, ...checked.map((column) => ({ column, code: "verifiedFact" }) as const)];
}

/** The zone at a position, for whoever does not say one. */
function zoneAt(latitude: Value | undefined, longitude: Value | undefined): string {
  if (typeof latitude !== "number" || typeof longitude !== "number") return "UTC";
  const zone = lookupZone(latitude, longitude);
  return isZone(zone) ? zone : "UTC";
}

function fillZone(sheet: Sheet, row: ReadRow, known: Known | null, { values }: Facts): void {
  if (sheet.kind === "doctors" || values.has("timezone")) return;
  const isAsked = known ? sheet.kind === "pharmacies" && row.cells.get("timezone") === "" : true;
  const now = (name: string) => values.get(name) ?? known?.facts[name];
  const zone = isAsked ? zoneAt(now("latitude"), now("longitude")) : known?.facts.timezone;
  if (zone && zone !== known?.facts.timezone) values.set("timezone", zone);
}

/**
 * What would become of a row, by itself: whether it is there already is for the file and the database
 * to say. `today` is "YYYY-MM-DD".
 */
export function judge(sheet: Sheet, row: ReadRow, found: Found, today: string): Judged {
  const { known, problems } =
    sheet.kind === "doctors" ? identifyDoctor(found) : identifyPlace(sheet, row, found);
  const facts = row.problem
    ? { values: new Map(), problems: [row.problem] }
    : readFacts(sheet, row, known);
  fillZone(sheet, row, known, facts);
  const more = {
    doctors: () => refuseDoctor(known, facts, today),
    clinics: () => refuseClinic(known, facts),
    pharmacies: () => refusePharmacy(known, facts),
  }[sheet.kind]();
  const all = [...problems, ...facts.problems, ...more];
  const { values } = facts;
  const isSame = known !== null && values.size === 0;
  const verdict = all.length > 0 ? "refused" : isSame ? "same" : known ? "change" : "new";
  const label = known?.label ?? labelOf(row);
  const changes = known && verdict === "change" ? changesOf(known, values) : [];
  return { verdict: { row: row.row, verdict, label, changes, problems: all }, known, values };
}

function changesOf(known: Known, values: ReadonlyMap<string, Value>): Change[] {
  return [...values].map(([column, value]) => ({
    column,
    before: String(cellOf(known.facts[column])),
    after: String(cellOf(value)),
  }));
}

function labelOf({ cells }: ReadRow): string {
  const names = ["name", "given_name", "family_name"].flatMap((name) => cells.get(name) || []);
  return (names.join(" ") || (cells.get("license_number") ?? cells.get("slug") ?? "")).slice(
    0,
    255,
  );
}

/** Texts of which no two rows of a file may have the same. */
export function marksOf(sheet: Sheet, row: ReadRow, { known, values }: Judged): string[] {
  const marks = ["id", "slug", "email", "license_number"].flatMap((name) => {
    const key = keyOf(sheet, row, name);
    return key ? [`${name} ${key}`] : [];
  });
  if (known?.id) return [...marks, `known ${known.id}`];
  if (sheet.kind === "doctors") return marks;
  const place = ["name", "address", "city", "latitude", "longitude"].map((name) =>
    fold(String(values.get(name) ?? "")),
  );
  return place[0] ? [...marks, `place ${JSON.stringify(place)}`] : marks;
}
