import { randomUUID } from "node:crypto";
import type { Value } from "./column";
import type { Kind } from "./kinds";
import { readHoursCell } from "./pharmacy-hours";
import type { Judged } from "./rules";
import type { Staged } from "./stage-store";

const contacts = ["phone", "email", "website"];
const lists = [
  "services",
  "amenities",
  "insurance_accepted",
  "insurance_providers",
  "languages_spoken",
];

/** What a new one is where the file says nothing. */
const usual: Record<Kind, Record<string, Value>> = {
  doctors: { languages_spoken: [], consultation_duration_minutes: 30 },
  clinics: { services: [], amenities: [], insurance_accepted: [] },
  pharmacies: {
    services: [],
    insurance_providers: [],
    supports_delivery: false,
    accepts_insurance: false,
    is_active: true,
  },
};

/** A judged row as it is written; null where nothing is. */
export function staged(kind: Kind, { known, values, verdict }: Judged): Staged | null {
  if (!["new", "likely", "change"].includes(verdict.verdict)) return null;
  const said = Object.fromEntries(
    [...values]
      .map(([name, value]) => [name, lists.includes(name) ? (value ?? []) : value] as const)
      // An empty cell of a new one is no wish to be without what is usual.
      .filter(([name, value]) => known || value !== null || !(name in usual[kind])),
  );
  const before =
    known &&
    Object.fromEntries([...values.keys()].map((name) => [name, known.facts[name] ?? null]));
  const now = (name: string) => said[name] ?? known?.facts[name] ?? null;
  const data = { ...(known ? {} : usual[kind]), ...said };
  return {
    row: verdict.row,
    id: known?.id ?? randomUUID(),
    isNew: !known,
    data: { ...data, ...madeOf[kind](said, now), ...accountOf(kind, known?.userId) },
    before: before ?? {},
    after: known ? said : {},
  };
}

const accountOf = (kind: Kind, userId: string | null | undefined) =>
  kind === "doctors" ? { user_id: userId ?? randomUUID() } : {};

type Said = Record<string, Value>;
type Now = (name: string) => Value;

const hoursOf = (said: Said) =>
  "opening_hours" in said && {
    opening_hours: said.opening_hours === null ? null : { osm: said.opening_hours },
  };

/** What the tables keep in another shape than a file does. */
const madeOf: Record<Kind, (said: Said, now: Now) => object> = {
  doctors: (said, now) =>
    "given_name" in said || "family_name" in said
      ? { full_name: `${now("given_name") ?? ""} ${now("family_name") ?? ""}`.trim() }
      : {},
  clinics: (said) => {
    const named = contacts.filter((name) => name in said);
    const contactsSaid = Object.fromEntries(named.map((name) => [name, said[name]]));
    return { ...hoursOf(said), ...(named.length > 0 && { contacts_said: contactsSaid }) };
  },
  pharmacies: (said, now) => ({
    ...("opening_hours" in said && {
      opening_hours:
        typeof said.opening_hours === "string" ? readHoursCell(said.opening_hours) : null,
    }),
    ...(("latitude" in said || "longitude" in said) && {
      location: `SRID=4326;POINT(${now("longitude")} ${now("latitude")})`,
    }),
  }),
};
