import { beforeEach, describe, expect, test } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { insertPharmacies, pharmacyRow } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { type Kind, kinds } from "./kinds";
import { aFile, outcomeOf, transferAs } from "./transfer.test-support";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");

let admin: Awaited<ReturnType<typeof transferAs>>;

beforeEach(async () => {
  await resetDatabase();
  const { userId } = await createAdmin(db, { accessLevel: "admin" });
  admin = await transferAs(db, userId, now);
});

async function exported(kind: Kind): Promise<string> {
  const texts: string[] = [];
  for await (const text of await admin.export({ kind })) texts.push(text);
  return texts.join("");
}

async function checked(kind: Kind, content: string) {
  const { input, lines } = aFile(kind, content);
  await admin.check(input);
  return outcomeOf(lines);
}

async function written(kind: Kind, content: string, digest?: string, acceptsLikely = false) {
  const seen = digest ?? (await checked(kind, content)).digest;
  const { input, lines } = aFile(kind, content);
  await admin.write({ ...input, digest: seen, acceptsLikely });
  return outcomeOf(lines);
}

const verdicts = ({ rows }: Awaited<ReturnType<typeof checked>>) =>
  rows.map(({ row, verdict, problems }) => [
    row,
    verdict,
    ...problems.map(({ column, code }) => `${column}: ${code}`),
  ]);

const newPharmacies = `name,latitude,longitude
Sun Pharmacy,"41,5",-87.1
Moon Pharmacy,41.6,-87.2`;

describe("what was exported", () => {
  test("comes in again unchanged, neutralised cells included", async () => {
    await createDoctor(db, {
      bio: "=1+1",
      qualification: "'-x",
      languagesSpoken: ["a;b", "English"],
      consultationFee: 12.5,
      user: { phone: "+1 773-555-0100", givenName: "@Home", familyName: 'Quo"te, Jr.' },
    });
    await createClinic(db, {
      description: "two\r\nlines",
      contacts: { phone: "+1 312", email: "a@b.example", fax: "1" },
      openingHours: { monday: ["08:00-12:00", "13:00-18:00"] },
      services: ["=X"],
      status: "merged",
    });
    await insertPharmacies(db, [pharmacyRow({ name: "+Plus", deliveryRadiusKm: 2.5 })]);
    for (const kind of kinds) {
      const text = await exported(kind);
      expect(text.startsWith("\ufeff")).toBe(true);
      expect(text).not.toMatch(/(^|,)"?[=+@]/m);
      expect(verdicts(await checked(kind, text))).toEqual([[2, "same"]]);
    }
    expect(
      await db.auditEntry.count({ where: { action: { startsWith: "transfer.export" } } }),
    ).toBe(3);
  });
});

describe("new ones", () => {
  test("are written as they were judged, with the zone of their position", async () => {
    const check = await checked("pharmacies", newPharmacies);
    expect(verdicts(check)).toEqual([
      [2, "new"],
      [3, "new"],
    ]);
    expect(await db.pharmacy.count()).toBe(0);
    await written("pharmacies", newPharmacies, check.digest);
    expect(
      await db.pharmacy.findMany({
        orderBy: { name: "asc" },
        select: { name: true, slug: true, timezone: true, isVerified: true, isActive: true },
      }),
    ).toEqual([
      {
        name: "Moon Pharmacy",
        slug: "moon-pharmacy",
        timezone: "America/Chicago",
        isVerified: false,
        isActive: true,
      },
      {
        name: "Sun Pharmacy",
        slug: "sun-pharmacy",
        timezone: "America/Chicago",
        isVerified: false,
        isActive: true,
      },
    ]);
  });
});
