import { beforeAll, describe, expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { refusalOf } from "@/server/trpc";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { buildWorld } from "@/testing/demo/world";
import { writeWorld } from "@/testing/demo/write";
import { harmlessKeys, plantSecrets, privateValues } from "./private-columns.test-support";
import { callPath, isPublic, paths } from "./procedures.test-support";

const db = testDatabase();
const now = instantOf(Date.UTC(2026, 9, 28, 15));
const chicago = { latitude: 41.88, longitude: -87.63 };

type Answer = Record<string, unknown>;
type Inputs = () => Promise<unknown[]>;

const doctorSlugs = async () => (await db.doctor.findMany()).map(({ slug }) => ({ slug }));

/** Everything that anyone can ask for of the demo world; `next` leads on to the following page. */
const asked: Record<string, { inputs: Inputs; next?: (answer: Answer) => Answer | null }> = {
  "accounts.signOut": { inputs: async () => [undefined] },
  "clinics.get": {
    inputs: async () => (await db.clinic.findMany()).map(({ slug }) => ({ slug })),
  },
  "clinics.list": { inputs: async () => [undefined] },
  "doctors.facets": { inputs: async () => [undefined] },
  "doctors.get": { inputs: doctorSlugs },
  "doctors.search": {
    inputs: async () => [
      { limit: 100 },
      { limit: 100, sort: "distance", near: chicago, km: 100 },
      { limit: 100, sort: "rating" },
      { limit: 100, sort: "fee" },
      ...(await db.user.findMany({ take: 40 })).map(({ fullName }) => ({ q: fullName })),
    ],
    next: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : null),
  },
  "doctors.slugs": { inputs: async () => [undefined] },
  "duty.around": { inputs: async () => [{}, { near: chicago }] },
  "duty.get": {
    inputs: async () => (await db.dutyDistrict.findMany()).map(({ slug }) => ({ slug })),
  },
  "pharmacies.count": { inputs: async () => [undefined] },
  "pharmacies.get": {
    inputs: async () => (await db.pharmacy.findMany()).map(({ slug }) => ({ slug })),
  },
  "pharmacies.insurers": { inputs: async () => [undefined] },
  "pharmacies.markers": {
    inputs: async () => [0, 10, 18].map((zoom) => ({ near: chicago, radiusKm: 100, zoom })),
  },
  "pharmacies.search": {
    inputs: async () => [{ near: chicago, radiusKm: 100, limit: 100 }],
    next: ({ next }) => (next ? { after: next } : null),
  },
  "pharmacies.slugs": { inputs: async () => [{ page: 0 }] },
  "pharmacyReports.report": {
    inputs: async () => (await db.pharmacy.findMany()).map(({ slug }) => ({ slug, kind: "gone" })),
  },
  // Whoever has no link is told nothing; what a link tells is its holder's.
  "pharmacyStaff.invitation": { inputs: async () => [{ token: "x".repeat(43) }] },
  "places.resolve": { inputs: async () => [{ text: "Chicago" }, { text: "Chicgo" }] },
  "places.suggest": { inputs: async () => [{ text: "Chi" }] },
  "reviews.ofDoctor": {
    inputs: doctorSlugs,
    next: ({ next }) => (next ? { after: next } : null),
  },
  "reviews.stars": { inputs: doctorSlugs },
  "schedules.slots": {
    inputs: async () => (await db.doctorClinic.findMany()).map(({ id }) => ({ associationId: id })),
  },
};

let answers: unknown[] = [];
let secrets: Awaited<ReturnType<typeof privateValues>>;

/** Asks like a visitor who turns every page; what is refused tells its code alone. */
async function askAll(caller: unknown, path: string): Promise<unknown[]> {
  const { inputs, next } = asked[path] ?? { inputs: async () => [] };
  const found: unknown[] = [];
  for (const input of await inputs()) {
    for (let more: Answer | null = {}; more; ) {
      const page: unknown = { ...(input as Answer), ...more };
      const answer = await callPath(caller, path, input === undefined ? undefined : page).catch(
        (error: unknown) => refusalOf(error),
      );
      found.push(answer);
      more = next?.((answer ?? {}) as Answer) ?? null;
    }
  }
  return found;
}

beforeAll(async () => {
  await resetDatabase();
  await db.$transaction((tx) => writeWorld(tx, buildWorld(now)), { timeout: 60_000 });
  await plantSecrets();
  secrets = await privateValues();
  const nobody = await callAs(db, null, now);
  answers = [];
  for (const path of Object.keys(asked)) answers.push(...(await askAll(nobody, path)));
});

function collect(value: unknown, keys: Set<string>, texts: Set<string>): void {
  if (typeof value === "string") texts.add(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key);
    collect(inside, keys, texts);
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const asWord = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, "u");

describe("what anyone is answered", () => {
  const keys = new Set<string>();
  const texts = new Set<string>();

  beforeAll(() => {
    collect(JSON.parse(JSON.stringify(answers)), keys, texts);
  });

  it("is asked of every procedure that is open to all, and is something", () => {
    expect(Object.keys(asked)).toEqual(paths.filter(isPublic));
    expect(texts.size).toBeGreaterThan(1000);
  });

  it("has no key that is called like a private column", () => {
    const camel = (name: string) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    const found = secrets.keys.filter((name) => keys.has(name) || keys.has(camel(name)));
    expect(found.filter((name) => !harmlessKeys[name])).toEqual([]);
  });

  it("holds no private value", () => {
    const text = [...texts].join("\n");
    const found = [...secrets.values].flatMap(([column, values]) =>
      values
        .filter((value) => text.includes(value) && asWord(value).test(text))
        .map((value) => `${column}: ${value}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "users.email",
    "users.phone",
    "users.firebase_uid",
    "users.full_name",
    "doctors.license_number",
    "doctors.license_authority",
    "doctors.license_expires_on",
    "doctors.medical_council_registration",
    "doctors.verification_documents",
    "patients.id",
    "patients.date_of_birth",
    "patients.insurance_policy_number",
    "patients.emergency_contact_name",
    "appointments.symptoms",
    "appointments.notes",
    "appointments.prescription",
    "appointments.cancellation_reason",
    "notifications.body",
    "admins.job_title",
    "reviews.comment",
  ])("was looked through for %s", (column) => {
    expect(secrets.values.get(column)?.length ?? 0).toBeGreaterThan(0);
  });
});
