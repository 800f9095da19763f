import { readOsm, readWeekColumns } from "@/features/opening-hours/osm";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { countryCodes } from "@/lib/countries";
import { pharmacySlugOf } from "@/lib/slug";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { FactName, Mapping } from "./mappings/mapping";
import { countryOfZone, readPosition, zoneOf } from "./position";
import type { RawRow, RawValue, RowProblem } from "./raw-row";
import { cleanText, listOf, phoneOf, radiusOf, websiteOf } from "./texts";

/** A pharmacy as a file tells it; null is what it does not tell. */
export type Facts = {
  name: string;
  /** The address that its page would have, if no other had it. */
  slug: string;
  address: string | null;
  city: string | null;
  country: string | null;
  timezone: string;
  postalCode: string | null;
  latitude: number;
  longitude: number;
  phone: string | null;
  website: string | null;
  services: string[] | null;
  insurance: string[] | null;
  deliveryKm: number | null;
  hours: OpeningHours | null;
  hoursAsWritten: string | null;
  /** "YYYY-MM-DD" */
  checkedOn: string | null;
};

/** What was left out or put right of a row that is taken in. */
export type Note = { kind: "hours" | "repair" | "leftOut" | "unnamed"; text: string };

export type ReadRow = { row: number } & (
  | { outcome: "taken"; sourceId: string; facts: Facts; notes: Note[] }
  | { outcome: "skipped" }
  | { outcome: "rejected"; sourceId: string | null; problem: RowProblem }
);

type Wanted = {
  mapping: Mapping;
  /** Of `--country`. */
  country: string | null;
  /** "YYYY-MM-DD": nobody has looked after it. */
  today: string;
};

const longest = { id: 200, name: 255, address: 500, city: 100, postalCode: 20, hours: 1000 };

/** Reads a row by its mapping: what it tells, or why it is not taken in. */
export function readRow(raw: RawRow, wanted: Wanted): ReadRow {
  const { row } = raw;
  const { mapping } = wanted;
  if (raw.problem) return { row, outcome: "rejected", sourceId: null, problem: raw.problem };
  if (!isWanted(raw, mapping)) return { row, outcome: "skipped" };
  const sourceId = idOf(raw, mapping);
  const reject = (problem: RowProblem): ReadRow => ({
    row,
    outcome: "rejected",
    sourceId,
    problem,
  });
  if (!sourceId) return reject({ reason: "noId" });
  if (sourceId.length > longest.id) return reject({ reason: "tooLong", detail: "id" });
  const nested = Object.entries(mapping.facts).find(([, columns]) => isNested(raw, columns));
  if (nested) return reject({ reason: "notText", detail: nested[0] });
  const said = (name: FactName) => textOf(raw, mapping.facts[name] ?? []);
  const country = wanted.country ?? mapping.country ?? said("country")?.toUpperCase() ?? null;
  if (country && !countryCodes.includes(country))
    return reject({ reason: "country", detail: country.slice(0, 40) });
  const found = readPosition(raw.position, country);
  if ("problem" in found) return reject(found.problem);
  const name = said("name") ?? said("brand");
  if (name && name.length > longest.name) return reject({ reason: "tooLong", detail: "name" });
  const facts = factsOf(raw, { ...wanted, country }, found.point, name);
  return { row, outcome: "taken", sourceId, ...facts };
}

function factsOf(
  raw: RawRow,
  { mapping, country, today }: Wanted,
  point: { latitude: number; longitude: number },
  name: string | null,
): { facts: Facts; notes: Note[] } {
  const notes: Note[] = [];
  const short = (what: string, text: string | null, most: number) => {
    if (!text || text.length <= most) return text;
    notes.push({ kind: "leftOut", text: `${what} longer than ${most} letters` });
    return null;
  };
  const read = <T>(what: FactName, reader: (text: string) => T | null): T | null => {
    const text = textOf(raw, mapping.facts[what] ?? []);
    const value = text ? reader(text) : null;
    if (text && value === null)
      notes.push({ kind: "leftOut", text: `${what} “${text.slice(0, 60)}”` });
    return value;
  };
  const street = short("street", joined(raw, mapping.address.street, " "), 200);
  const parts = mapping.address.parts.map((columns) => textOf(raw, columns));
  const address = [street, ...parts].filter(Boolean).join(", ") || null;
  // Somebody in need of a pharmacy finds it without its name, too.
  const called = name ?? (street ? `Pharmacy, ${street}` : "Pharmacy");
  if (!name) notes.push({ kind: "unnamed", text: `called “${called}”` });
  const city = short("city", textOf(raw, mapping.facts.city ?? []), longest.city);
  const timezone = zoneOf(point);
  const hours = hoursOf(raw, mapping, notes);
  const facts: Facts = {
    name: called,
    slug: slugFor(called, city),
    address: short("address", address, longest.address),
    city,
    country: country ?? countryOfZone(timezone),
    timezone,
    postalCode: short("postcode", textOf(raw, mapping.facts.postalCode ?? []), longest.postalCode),
    ...point,
    phone: read("phone", phoneOf),
    website: read("website", websiteOf),
    services: read("services", listOf),
    insurance: read("insurance", listOf),
    deliveryKm: read("deliveryKm", radiusOf),
    ...hours,
    // Without hours there is nothing that somebody could have confirmed.
    checkedOn: hours.hours && checkedOf(textOf(raw, mapping.checkedOn ?? []), today),
  };
  return { facts, notes };
}

/** Some letters become two; there has to be room for a number behind it. */
function slugFor(name: string, city: string | null): string {
  const slug = pharmacySlugOf(`${name.slice(0, 120)} ${(city ?? "").slice(0, 60)}`);
  return slug.slice(0, 200).replace(/-$/, "") || "pharmacy";
}

type Hours = Pick<Facts, "hours" | "hoursAsWritten">;

function hoursOf(raw: RawRow, mapping: Mapping, notes: Note[]): Hours {
  const osm = textOf(raw, mapping.osmHours ?? []);
  const week = Object.entries(mapping.weekHours ?? {}).flatMap(([day, columns]) => {
    const line = textOf(raw, columns);
    return line ? [[day, line] as const] : [];
  });
  const written = osm ?? week.map(([day, line]) => `${day} ${line}`).join("; ");
  if (written === "") return { hours: null, hoursAsWritten: null };
  const read = osm ? readOsm(osm) : readWeekColumns(Object.fromEntries(week));
  const hoursAsWritten = written.slice(0, longest.hours);
  if ("problem" in read) {
    notes.push({ kind: "hours", text: `${read.problem}: ${hoursAsWritten}` });
    return { hours: null, hoursAsWritten };
  }
  notes.push(...read.repairs.map((text) => ({ kind: "repair", text }) as const));
  return { hours: read.hours, hoursAsWritten };
}

/** A day of the past as "YYYY-MM-DD"; null for anything else. */
function checkedOf(text: string | null, today: string): string | null {
  const day = text && parsePlainDate(text.slice(0, 10))?.toString();
  return day && day <= today ? day : null;
}

function isWanted({ fields }: RawRow, { only }: Mapping): boolean {
  return !only || only.columns.some((name) => only.words.includes(String(fields.get(name))));
}

function idOf(raw: RawRow, { id }: Mapping): string | null {
  for (const columns of id) {
    const parts = columns.map((name) => textOf(raw, [name]));
    if (parts.every(Boolean)) return parts.join("/");
  }
  return null;
}

const isNested = ({ fields }: RawRow, columns: readonly string[]) =>
  columns.some((name) => typeof fields.get(name) === "object" && fields.get(name) !== null);

function textOf({ fields }: RawRow, columns: readonly string[]): string | null {
  for (const name of columns) {
    const text = textOfValue(fields.get(name) ?? null);
    if (text) return text;
  }
  return null;
}

function textOfValue(value: RawValue): string {
  return value === null || typeof value === "object" ? "" : cleanText(String(value));
}

const joined = (raw: RawRow, columns: readonly string[], separator: string) =>
  columns.flatMap((name) => textOf(raw, [name]) ?? []).join(separator) || null;
