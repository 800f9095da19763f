import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { resetDatabase, testDatabase } from "../database";
import { createAssociation } from "../factories/association";
import { createClinic } from "../factories/clinic";
import { createDoctor } from "../factories/doctor";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

describe("associations", () => {
  it("are primary once for a doctor while active", async () => {
    const first = await createAssociation(db, { isPrimary: true });
    const again = () => createAssociation(db, { doctorId: first.doctorId, isPrimary: true });
    await expect(again()).rejects.toMatchObject({ code: "P2002" });
    await createAssociation(db, { doctorId: first.doctorId });
    await db.doctorClinic.update({
      where: { id: first.id },
      data: { status: "ended", endDate: new Date("2026-01-31") },
    });
    await again();
  });

  it("are active once for a doctor at a clinic", async () => {
    const { doctorId, clinicId } = await createAssociation(db);
    const again = createAssociation(db, { doctorId, clinicId });
    await expect(again).rejects.toMatchObject({ code: "P2002" });
    await createAssociation(db, { doctorId, clinicId, status: "ended" });
  });

  it("do not end before they start", async () => {
    const dates = { startDate: new Date("2026-05-02"), endDate: new Date("2026-05-01") };
    expect(await refusedBy(createAssociation(db, dates))).toBe("doctor_clinics_dates_ordered");
  });
});

describe("clinics", () => {
  it.each(["America/Chicago", "Australia/Lord_Howe", "UTC", "Etc/GMT+5"])(
    "may be in %s",
    async (timezone) => {
      await createClinic(db, { timezone });
    },
  );

  it.each(["Chicago", "CST", "EST5EDT,M3.2.0,M11.1.0", "+02:00", "America/Chicagoo", ""])(
    "cannot be in %j",
    async (timezone) => {
      expect(await refusedBy(createClinic(db, { timezone }))).toBe("clinics_timezone_known");
    },
  );

  it("have the place of their coordinates, longitude first", async () => {
    const { id } = await createClinic(db, { latitude: 41.88, longitude: -87.63 });
    const rows = await db.$queryRaw<{ place: string }[]>(Prisma.sql`
      SELECT ST_AsText(location) AS place FROM clinics WHERE id = ${id}::uuid`);
    expect(rows[0]?.place).toBe("POINT(-87.63 41.88)");
    expect(await refusedBy(createClinic(db, { latitude: 91 }))).toBe("clinics_on_earth");
  });
});

describe("doctors", () => {
  const listed = async (day: string) => {
    const rows = await db.$queryRaw<unknown[]>(
      Prisma.sql`SELECT id FROM listed_doctors(${day}::date)`,
    );
    return rows.length;
  };

  it("are listed to the last day of their licence", async () => {
    await createDoctor(db, { licenseExpiresOn: new Date("2026-11-23") });
    expect([await listed("2026-11-23"), await listed("2026-11-24")]).toEqual([1, 0]);
  });

  it("are not listed unverified, inactive or in another role", async () => {
    await createDoctor(db, { isVerified: false });
    await createDoctor(db, { user: { isActive: false } });
    await createDoctor(db, { user: { role: "patient" } });
    expect(await listed("2026-11-23")).toBe(0);
  });

  it("are not verified without a date", async () => {
    const undated = createDoctor(db, { isVerified: true, verifiedAt: null });
    expect(await refusedBy(undated)).toBe("doctors_verified_has_date");
  });
});
