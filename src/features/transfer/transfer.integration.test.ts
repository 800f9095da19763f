import { beforeEach, describe, expect, test } from "vitest";
import { writeRows } from "@/lib/csv";
import { parseInstant } from "@/lib/time/instant";
import { isEmbedded, resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { insertPharmacies, pharmacyRow } from "@/testing/factories/pharmacy";
import { refusalFrom } from "@/testing/refusals";
import { type Kind, kinds, mostBytes, mostRows } from "./kinds";
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

const ana = {
  email: "ana@test.medico24.example",
  given_name: "Ana",
  family_name: "Silva",
  specialization: "cardiology",
  license_number: "il-1",
  license_authority: "State of Illinois",
  license_country: "us",
  license_expires_on: "2027-04-03",
};
const doctorTable = (...doctors: Partial<typeof ana>[]) =>
  writeRows([Object.keys(ana), ...doctors.map((doctor) => Object.values({ ...ana, ...doctor }))]);

const noneWritten = async () =>
  expect(await db.auditEntry.count({ where: { action: { contains: "import" } } })).toBe(0);

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
  test("are written as they were judged, with the zone of their position and one entry", async () => {
    const check = await checked("pharmacies", newPharmacies);
    expect(verdicts(check)).toEqual([
      [2, "new"],
      [3, "new"],
    ]);
    expect(await db.pharmacy.count()).toBe(0);
    await written("pharmacies", newPharmacies, check.digest);
    const made = { timezone: "America/Chicago", isVerified: false, isActive: true };
    expect(
      await db.pharmacy.findMany({
        orderBy: { name: "asc" },
        select: { name: true, slug: true, timezone: true, isVerified: true, isActive: true },
      }),
    ).toEqual([
      { name: "Moon Pharmacy", slug: "moon-pharmacy", ...made },
      { name: "Sun Pharmacy", slug: "sun-pharmacy", ...made },
    ]);
    const entries = await db.auditEntry.findMany({ where: { subjectType: "transfer" } });
    expect(entries).toMatchObject([
      {
        action: "transfer.import-pharmacies",
        address: "192.0.2.1",
        details: { made: 2, change: 0 },
      },
    ]);
  });

  test("of one name get addresses that nobody has, had or gets in the same file", async () => {
    const { id } = await createClinic(db, { slug: "elm-clinic-chicago-2" });
    await db.clinic.update({ where: { id }, data: { slug: "elsewhere" } });
    await createClinic(db, { slug: "elm-clinic-chicago" });
    const place = (latitude: number, slug = "") =>
      `${slug},Elm Clinic,${latitude} Main St,Chicago,US,${latitude},-80,USD`;
    const head = "slug,name,address,city,country,latitude,longitude,currency";
    await written(
      "clinics",
      [head, place(30), place(31, "elm-clinic-chicago-3"), place(32)].join("\n"),
    );
    const made = await db.clinic.findMany({
      where: { name: "Elm Clinic" },
      orderBy: { latitude: "asc" },
    });
    expect(made.map(({ slug, status }) => [slug, status])).toEqual([
      ["elm-clinic-chicago-4", "active"],
      ["elm-clinic-chicago-3", "active"],
      ["elm-clinic-chicago-5", "active"],
    ]);
    const taken = [head, place(40, "elm-clinic-chicago-2"), place(41, "elm-clinic-chicago")];
    expect(verdicts(await checked("clinics", taken.join("\n")))).toEqual([
      [2, "refused", "slug: oldSlug"],
      [3, "change"],
    ]);
  });

  test("of doctors are drafts with an account that waits, never listed and never verified", async () => {
    const table = doctorTable(ana).replace("\r\n", ",is_verified\r\n").replace(/\r\n$/, ",yes\r\n");
    const check = await checked("doctors", table);
    expect([verdicts(check), check.about?.informative]).toEqual([[[2, "new"]], ["is_verified"]]);
    await written("doctors", table);
    const doctor = await db.doctor.findFirstOrThrow({ include: { user: true } });
    expect(doctor).toMatchObject({
      slug: "ana-silva",
      licenseNumber: "IL-1",
      licenseCountry: "US",
      specialization: "Cardiology",
      isVerified: false,
      submittedAt: null,
      user: { email: ana.email, role: "doctor", emailVerified: false, fullName: "Ana Silva" },
    });
    expect(doctor.user.firebaseUid).toMatch(/^import:[0-9a-f-]{36}$/);
  });
});

describe("what is there", () => {
  test("is changed where the file says so, and each change is on record", async () => {
    const [{ id }] = [pharmacyRow({ phone: "+1 312 555 0100", services: ["A"] })];
    await insertPharmacies(db, [pharmacyRow({ id, phone: "+1 312 555 0100", services: ["A"] })]);
    const table = `id,phone,services,address\n${id},,A; B,100 N State St`;
    const check = await checked("pharmacies", table);
    expect(check.rows[0]?.changes).toEqual([
      { column: "phone", before: "+1 312 555 0100", after: "" },
      { column: "services", before: "A", after: "A; B" },
    ]);
    await written("pharmacies", table, check.digest);
    const now = await db.pharmacy.findUniqueOrThrow({ where: { id } });
    expect(now).toMatchObject({
      phone: null,
      services: ["A", "B"],
      name: "Example Pharmacy",
      revision: 1,
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "pharmacy.import" } });
    expect(entry).toMatchObject({
      subjectId: id,
      details: {
        before: { phone: "+1 312 555 0100", services: ["A"] },
        after: { phone: null, services: ["A", "B"] },
      },
    });
  });

  test("of a clinic's contacts keeps what no column says, and clock, money and status as they are", async () => {
    const { id } = await createClinic(db, { contacts: { phone: "+1 312 555 0100", fax: "7" } });
    await written("clinics", `id,phone,email\n${id},+1 312 555 0101,desk@a.example`);
    const { contacts } = await db.clinic.findUniqueOrThrow({ where: { id } });
    expect(contacts).toEqual({ phone: "+1 312 555 0101", email: "desk@a.example", fax: "7" });
    const other = `id,timezone,currency,status\n${id},Europe/Berlin,EUR,inactive`;
    expect(verdicts(await checked("clinics", other))).toEqual([
      [2, "refused", "timezone: fixedFact", "currency: fixedFact"],
    ]);
  });

  test("and checked, or an account's address, is not a file's to change", async () => {
    const stored = { licenseNumber: "IL-1", user: { email: ana.email, givenName: "Ana" } };
    const { id } = await createDoctor(db, stored);
    const table = "license_number,given_name,bio,email\nIL-1,Anna,New words,other@a.example";
    expect(verdicts(await checked("doctors", table))).toEqual([
      [2, "refused", "email: emailFixed", "given_name: verifiedFact"],
    ]);
    await written("doctors", "license_number,bio\nIL-1,New words");
    expect(await db.doctor.findUniqueOrThrow({ where: { id } })).toMatchObject({
      bio: "New words",
      isVerified: true,
    });
  });

  test("is named where a new one resembles it, and written only once somebody has looked", async () => {
    await insertPharmacies(db, [
      pharmacyRow({ name: "Sun Pharmacy", latitude: 41.5, longitude: -87.1 }),
    ]);
    const check = await checked("pharmacies", newPharmacies);
    expect(check.rows.map(({ verdict, resembles }) => [verdict, resembles?.label])).toEqual([
      ["likely", "Sun Pharmacy"],
      ["new", undefined],
    ]);
    expect(await refusalFrom(written("pharmacies", newPharmacies))).toMatchObject({
      code: "ROWS_REFUSED",
    });
    expect(await db.pharmacy.count()).toBe(1);
    await written("pharmacies", newPharmacies, check.digest, true);
    expect(await db.pharmacy.count()).toBe(3);
  });
});

describe("a row is refused", () => {
  test("with every cell that is wrong, by its column", async () => {
    const table = doctorTable(
      { license_expires_on: "4/3/2027", specialization: "magic", license_country: "Germany" },
      { email: "no", given_name: "", license_number: "x", license_expires_on: "2026-10-27" },
    );
    expect(verdicts(await checked("doctors", table))).toEqual([
      [
        2,
        "refused",
        "specialization: notAChoice",
        "license_country: notAChoice",
        "license_expires_on: notADate",
      ],
      [
        3,
        "refused",
        "email: notAnEmail",
        "given_name: needed",
        "license_number: tooShort",
        "license_expires_on: licenceExpired",
      ],
    ]);
  });

  test("for cells too many or too few, a nought, an unknown id and a missing column", async () => {
    const id = "6f1f0f9e-6a39-4bb5-9a5e-0d8f0c5b8a11";
    const table = `id,name,latitude\n,A,1,2\n,A\n,"A\0B",1\n${id},A B,1,,\nx,A B,1`;
    expect(verdicts(await checked("pharmacies", table))).toEqual([
      [2, "refused", "null: cells"],
      [3, "refused", "null: cells"],
      [4, "refused", "longitude: columnMissing"],
      [5, "refused", "id: unknownId", "longitude: columnMissing"],
      [6, "refused", "id: notAnId", "longitude: columnMissing"],
    ]);
  });

  test("where it is about somebody who is no doctor, or about two", async () => {
    const patient = await createPatient(db, { user: { email: "pat@a.example" } });
    await createDoctor(db, { licenseNumber: "IL-1", user: { email: "one@a.example" } });
    await createDoctor(db, { licenseNumber: "IL-2", user: { email: "two@a.example" } });
    const table = doctorTable(
      { email: patient.user?.email ?? "", license_number: "IL-3" },
      { email: "two@a.example", license_number: "IL-1" },
    );
    expect(verdicts(await checked("doctors", table))).toEqual([
      [2, "refused", "email: notADoctor"],
      [3, "refused", "license_number: licenceTaken"],
    ]);
  });

  test("where it would change somebody who was a doctor once", async () => {
    const stored = { licenseNumber: "IL-1", isVerified: false, user: { email: ana.email } };
    const { userId } = await createDoctor(db, stored);
    await db.user.update({ where: { id: userId }, data: { role: "admin" } });
    expect((await checked("doctors", await exported("doctors"))).totals).toMatchObject({ same: 1 });
    for (const table of [
      `email,given_name\n${ana.email},Eve`,
      "license_number,phone\nIL-1,+1 312 555 0100",
    ])
      expect(verdicts(await checked("doctors", table))).toEqual([
        [2, "refused", "null: notADoctorNow"],
      ]);
  });

  test("where the file has said the same already", async () => {
    const table = doctorTable(ana, { email: "other@a.example", license_number: " IL-1 " });
    expect((await checked("doctors", table)).rows[1]).toMatchObject({
      verdict: "duplicate",
      firstRow: 2,
    });
    const twice = `${newPharmacies}\n sun pharmacy ,41.50,-87.10`;
    expect((await checked("pharmacies", twice)).rows[2]).toMatchObject({
      verdict: "duplicate",
      firstRow: 2,
    });
  });
});

describe("all or nothing", () => {
  test("a bad last row keeps out those before it", async () => {
    const table = `${newPharmacies}\nStar Pharmacy,north,1`;
    expect(await refusalFrom(written("pharmacies", table))).toMatchObject({ code: "ROWS_REFUSED" });
    expect(await db.pharmacy.count()).toBe(0);
    await noneWritten();
  });

  test("where the data or the file is other than it was, nothing is written", async () => {
    const { digest } = await checked("pharmacies", newPharmacies);
    const changed = written("pharmacies", newPharmacies.replace("87.1", "88.1"), digest);
    expect(await refusalFrom(changed)).toMatchObject({ code: "CHANGED_MEANWHILE" });
    await insertPharmacies(db, [pharmacyRow({ slug: "sun-pharmacy" })]);
    expect(await refusalFrom(written("pharmacies", newPharmacies, digest))).toMatchObject({
      code: "CHANGED_MEANWHILE",
    });
    expect(await db.pharmacy.count()).toBe(1);
    await noneWritten();
  });

  test("what only a constraint sees at the last moment undoes the whole", async () => {
    // Stands for somebody who takes an address, a licence or an e-mail between verdict and writing.
    await db.$executeRaw`
      ALTER TABLE pharmacies ADD CONSTRAINT pharmacies_tried_key UNIQUE (timezone)`;
    try {
      expect(await refusalFrom(written("pharmacies", newPharmacies))).toMatchObject({
        code: "CHANGED_MEANWHILE",
      });
    } finally {
      await db.$executeRaw`ALTER TABLE pharmacies DROP CONSTRAINT pharmacies_tried_key`;
    }
    expect(await db.pharmacy.count()).toBe(0);
    await noneWritten();
  });

  test("only what changes is held, and what somebody changes after its verdict is not overwritten", async ({
    skip,
  }) => {
    if (await isEmbedded()) return skip("the embedded database has one transaction at a time");
    const doctors = await Promise.all(
      ["IL-1", "IL-2"].map((licenseNumber) =>
        createDoctor(db, { licenseNumber, bio: `Bio of ${licenseNumber}` }),
      ),
    );
    const [changed, same] = doctors.map(({ id }) => id);
    const isFree = (id = "") =>
      db.$queryRaw`SELECT 1 FROM doctors d JOIN users u ON u.id = d.user_id
        WHERE d.id = ${id}::uuid FOR SHARE NOWAIT`.then(
        () => true,
        () => false,
      );
    const table = "license_number,bio\nIL-1,New words\nIL-2,Bio of IL-2";
    const { digest } = await checked("doctors", table);
    const { input } = aFile("doctors", table);
    const writing = (tell: (typeof input)["tell"]) =>
      admin.write({ ...aFile("doctors", table).input, digest, acceptsLikely: false, tell });
    const taken = writing(async (line) => {
      if (line.type !== "progress" || line.phase !== "check") return;
      await db.doctor.update({ where: { id: changed ?? "" }, data: { bio: "Faster" } });
    });
    expect(await refusalFrom(taken)).toMatchObject({ code: "CHANGED_MEANWHILE" });
    await noneWritten();
    await db.doctor.update({ where: { id: changed ?? "" }, data: { bio: "Bio of IL-1" } });
    const seen: unknown[] = [];
    await writing(async (line) => {
      if (line.type === "progress")
        seen.push([line.phase, await isFree(changed), await isFree(same)]);
    });
    expect(seen).toEqual([
      ["check", true, true],
      ["write", false, true],
    ]);
  });

  test("the same import twice at once is written once", async () => {
    const { digest } = await checked("pharmacies", newPharmacies);
    const both = await Promise.allSettled([
      written("pharmacies", newPharmacies, digest),
      written("pharmacies", newPharmacies, digest),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.pharmacy.count()).toBe(2);
  });
});

describe("who", () => {
  test("may not edit one by hand may not import a thousand, and only administrators do either", async () => {
    const { input } = aFile("clinics", "slug\na");
    const deny = { deny: ["clinics.edit"] };
    const some = await createAdmin(db, { accessLevel: "admin", permissions: deny });
    const moderator = await createAdmin(db, { accessLevel: "moderator" });
    for (const userId of [some.userId, moderator.userId, (await createDoctor(db)).userId]) {
      const caller = await transferAs(db, userId, now);
      expect(await refusalFrom(caller.check(input))).toMatchObject({ code: "NOT_ALLOWED" });
    }
    const nobody = await transferAs(db, moderator.userId, now);
    expect(await refusalFrom(nobody.export({ kind: "doctors" }))).toMatchObject({
      code: "NOT_ALLOWED",
    });
  });

  test("sends more than is taken is refused before it is read", async () => {
    const { input } = aFile("clinics", "slug", { size: mostBytes + 1 });
    expect(await refusalFrom(admin.check(input))).toMatchObject({ code: "FILE_TOO_LARGE" });
  });
});

test("what goes out is what an administrator may see, and no more", async () => {
  const documents = [{ key: "doctors/secret-key" }];
  await createDoctor(db, {
    verificationDocuments: documents,
    dateOfBirth: new Date("1980-02-03"),
    user: { firebaseUid: "uid-secret" },
  });
  const text = await exported("doctors");
  expect(text).not.toMatch(/secret|uid-|1980-02-03/);
});

test("a hundred thousand new ones are judged within a minute, and written", {
  timeout: 600_000,
}, async () => {
  const rows = Array.from({ length: mostRows }, (_, at) => {
    const [north, east] = [(at % 1000) / 10 - 40, Math.floor(at / 1000) * 2 - 100];
    return `Pharmacy ${at % 5000},${north},${east},+1 312 555 ${1000 + (at % 9000)},${at} Main St`;
  });
  const table = ["name,latitude,longitude,phone,address", ...rows].join("\n");
  const begun = performance.now();
  const { totals, digest } = await checked("pharmacies", table);
  const judged = performance.now() - begun;
  expect(totals).toMatchObject({ new: mostRows, refused: 0 });
  await written("pharmacies", table, digest);
  expect(await db.pharmacy.count()).toBe(mostRows);
  expect(judged).toBeLessThan(60_000);
});
