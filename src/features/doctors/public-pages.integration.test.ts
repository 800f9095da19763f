import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { refusalFrom } from "@/testing/refusals";
import { addDoctor, now } from "./search.test-support";

const db = testDatabase();
const anyone = () => callAs(db, null, now);

beforeEach(resetDatabase);

describe("a doctor's page", () => {
  it("has everything public and nothing else", async () => {
    const { doctor } = await addDoctor({
      slug: "ana",
      name: "Ana Silva",
      doctor: {
        bio: "Sees <b>everyone</b>.",
        medicalCouncilRegistration: "REG-1",
        user: { email: "private@test.example", phone: "+13125550100" },
      },
    });
    const page = await (await anyone()).doctors.get({ slug: "ana" });
    expect(page).toMatchObject({ slug: "ana", name: "Ana Silva", bio: "Sees <b>everyone</b>." });
    expect(page.clinics).toMatchObject([
      { slug: "clinic-of-ana", fee: { amount: 100, currency: "USD" }, isOpen: true },
    ]);
    const secrets = [doctor.licenseNumber, "REG-1", "private@", "+1312555", doctor.userId];
    for (const secret of secrets) expect(JSON.stringify(page)).not.toContain(secret);
  });

  it("keeps a clinic that is closed for now, and leaves out what has ended", async () => {
    const { doctor } = await addDoctor({ slug: "ana", clinic: { status: "temporarily_closed" } });
    const left = await createClinic(db, { slug: "left" });
    await createAssociation(db, { doctorId: doctor.id, clinicId: left.id, status: "ended" });
    const api = await anyone();
    const page = await api.doctors.get({ slug: "ana" });
    expect(page.clinics).toMatchObject([{ slug: "clinic-of-ana", isOpen: false }]);
    const [week] = await api.schedules.slots({ doctorSlug: "ana" });
    expect(week?.none).toEqual({ reason: "CLINIC_CLOSED", nextFree: null });
  });

  it.each([
    ["unknown", {}],
    ["unverified", { isVerified: false }],
    ["expired", { licenseExpiresOn: new Date("2026-10-27") }],
    ["inactive", { user: { isActive: false } }],
  ])("does not exist for an %s doctor", async (slug, doctor) => {
    if (slug !== "unknown") await addDoctor({ slug, doctor });
    const api = await anyone();
    expect((await refusalFrom(api.doctors.get({ slug }))).code).toBe("NOT_FOUND");
    const slots = api.schedules.slots({ doctorSlug: slug });
    expect((await refusalFrom(slots)).code).toBe("NOT_FOUND");
  });
});

describe("free days", () => {
  it("start at the clinic's own today and go day by day on its calendar", async () => {
    // It is still Wednesday in Chicago and already Thursday in Sydney.
    await addDoctor({ slug: "ana", clinic: { timezone: "Australia/Sydney" } });
    const [week] = await (await anyone()).schedules.slots({ doctorSlug: "ana", days: 3 });
    expect(week).toMatchObject({ timezone: "Australia/Sydney", today: "2026-10-29", none: null });
    expect(week?.days.map((day) => day.date)).toEqual(["2026-10-29", "2026-10-30", "2026-10-31"]);
    expect(week?.days[0]?.times[0]).toBe("2026-10-28T22:00:00Z");
  });

  it("leave out what is taken, and say why nothing is left and what is next", async () => {
    const { association, doctor } = await addDoctor({
      slug: "ana",
      association: { availableTimeSlots: { friday: ["09:00-10:00"] } },
    });
    const api = await anyone();
    const friday = { associationId: association.id, from: "2026-10-30", days: 1 };
    const [free] = await api.schedules.slots(friday);
    expect(free?.days[0]?.times).toEqual(["2026-10-30T14:00:00Z", "2026-10-30T14:30:00Z"]);
    await createAppointment(db, {
      doctorId: doctor.id,
      doctorClinicId: association.id,
      startsAt: new Date("2026-10-30T14:00:00Z"),
      durationMinutes: 60,
    });
    const [full] = await api.schedules.slots(friday);
    // The clocks go back on Sunday.
    const next = { reason: "FULLY_BOOKED", nextFree: "2026-11-06T15:00:00Z" };
    expect(full).toMatchObject({ days: [{ times: [] }], none: next });
    const [monday] = await api.schedules.slots({ ...friday, from: "2026-11-02" });
    expect(monday?.none?.reason).toBe("OUTSIDE_HOURS");
  });

  it.each([
    [{}],
    [{ associationId: "x" }],
    [{ doctorSlug: "ana", days: 43 }],
    [{ doctorSlug: "ana", days: 0 }],
    [{ doctorSlug: "ana", from: "2026-02-30" }],
    [{ doctorSlug: "ana", from: "tomorrow" }],
    [{ doctorSlug: "ana", associationId: "5f3ff1d3-5a5c-4b6c-9d39-0d0f5b3f0a11" }],
  ])("refuse %j", async (input) => {
    const call = (await anyone()).schedules.slots(input);
    expect((await refusalFrom(call)).code).toBe("INVALID_INPUT");
  });
});

describe("a clinic's page", () => {
  it("has its desk's phone and hours, and no e-mail", async () => {
    await createClinic(db, {
      slug: "lakeview",
      contacts: {
        phone: "+1 312 555 0100",
        email: "desk@clinic.example",
        website: "javascript:alert(1)",
      },
      openingHours: { osm: "Mo-Fr 08:00-18:00" },
      services: ["X-ray"],
    });
    const page = await (await anyone()).clinics.get({ slug: "lakeview" });
    expect(page).toMatchObject({ services: ["X-ray"], status: "active" });
    expect(page.contacts).toEqual({ phone: "+1 312 555 0100" });
    expect(page.hours).toHaveProperty("week");
    expect(JSON.stringify(page)).not.toContain("desk@");
  });

  it("is there for a closed clinic, and not for an inactive or unknown one", async () => {
    await createClinic(db, { slug: "closed", status: "permanently_closed" });
    await createClinic(db, { slug: "inactive", status: "inactive" });
    const api = await anyone();
    expect((await api.clinics.get({ slug: "closed" })).status).toBe("permanently_closed");
    for (const slug of ["inactive", "unknown"])
      expect((await refusalFrom(api.clinics.get({ slug }))).code).toBe("NOT_FOUND");
    expect(await api.clinics.list()).toEqual([]);
  });
});
