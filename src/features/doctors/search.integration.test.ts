import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { addDoctor, loop, now, slugsOf } from "./search.test-support";
import { listFacets } from "./store";

const db = testDatabase();
const anyone = () => callAs(db, null, now);
const berlin = { latitude: 52.52, longitude: 13.405 };
const inBerlin = {
  ...berlin,
  city: "Berlin",
  country: "DE",
  currency: "EUR",
  timezone: "Europe/Berlin",
};

beforeEach(resetDatabase);
afterEach(() => void vi.useRealTimers());

describe("who is listed", () => {
  it("leaves out whoever may not be booked, and whatever is no open clinic", async () => {
    await addDoctor({ slug: "listed" });
    await addDoctor({ slug: "unverified", doctor: { isVerified: false } });
    await addDoctor({ slug: "inactive", doctor: { user: { isActive: false } } });
    const expired = { licenseExpiresOn: new Date("2026-10-27") };
    await addDoctor({ slug: "expired", doctor: expired });
    await addDoctor({ slug: "last-day", doctor: { licenseExpiresOn: new Date("2026-10-28") } });
    await addDoctor({ slug: "left", association: { status: "ended" } });
    await addDoctor({ slug: "gone", association: { endDate: new Date("2026-10-01") } });
    await addDoctor({ slug: "closed", clinic: { status: "temporarily_closed" } });
    await addDoctor({ slug: "hidden", clinic: { status: "inactive" } });
    expect((await slugsOf(await anyone(), {})).sort()).toEqual(["last-day", "listed"]);
  });

  it("says nothing about a person that is not for everyone", async () => {
    const { doctor } = await addDoctor({
      slug: "ana",
      doctor: { user: { phone: "+13125550100", email: "private@test.example" } },
    });
    const answer = JSON.stringify(await (await anyone()).doctors.search({}));
    for (const secret of [doctor.licenseNumber, "+1312555", "private@", doctor.userId])
      expect(answer).not.toContain(secret);
  });
});

describe("filters", () => {
  it("finds by place within the distance, nearest clinic first", async () => {
    await addDoctor({ slug: "near" });
    // 0.1 degrees of latitude are 11.1 km.
    await addDoctor({ slug: "far", clinic: { latitude: loop.latitude + 0.1 } });
    await addDoctor({ slug: "berlin", clinic: inBerlin });
    await addDoctor({ slug: "nowhere", clinic: { latitude: null, longitude: null } });
    const api = await anyone();
    expect(await slugsOf(api, { near: loop })).toEqual(["near"]);
    expect(await slugsOf(api, { near: loop, km: 12, sort: "distance" })).toEqual(["near", "far"]);
    expect(await slugsOf(api, { near: berlin, km: 100 })).toEqual(["berlin"]);
    const { doctors } = await api.doctors.search({ near: loop, km: 12, sort: "distance" });
    expect(doctors[0]?.clinics[0]?.distanceMetres).toBeLessThan(10);
    expect(doctors[1]?.clinics[0]?.distanceMetres).toBeCloseTo(11_107, -2);
  });

  it("shows of a doctor only the clinics that match", async () => {
    const { doctor } = await addDoctor({ slug: "both" });
    const second = await createClinic(db, { slug: "berlin-clinic", ...inBerlin });
    await createAssociation(db, { doctorId: doctor.id, clinicId: second.id });
    const api = await anyone();
    const clinics = async (input: Parameters<typeof api.doctors.search>[0]) =>
      (await api.doctors.search(input)).doctors[0]?.clinics.map((one) => one.clinic.slug);
    expect(await clinics({})).toHaveLength(2);
    expect(await clinics({ near: berlin })).toEqual(["berlin-clinic"]);
    expect(await clinics({ clinic: "clinic-of-both" })).toEqual(["clinic-of-both"]);
  });

  it("finds names as people type them", async () => {
    await addDoctor({ slug: "nunez", name: "Sofía Núñez" });
    await addDoctor({ slug: "obrien", name: "Emily O'Brien" });
    await addDoctor({ slug: "sahin", name: "Emre Şahin" });
    await addDoctor({ slug: "percent", name: "Per_cent Hundred%" });
    const api = await anyone();
    const found = (q: string) => slugsOf(api, { q });
    expect(await found("nunez")).toEqual(["nunez"]);
    expect(await found("Dr. NÚÑEZ, Sofia")).toEqual(["nunez"]);
    expect(await found("Nuñes")).toEqual(["nunez"]);
    expect(await found("obrien")).toEqual(["obrien"]);
    expect(await found("O’Brien")).toEqual(["obrien"]);
    expect(await found("sahin emre")).toEqual(["sahin"]);
    expect(await found("sahin emily")).toEqual([]);
    expect(await found("hundred%")).toEqual(["percent"]);
    expect(await found("%")).toHaveLength(4);
  });

  it("takes a word for a speciality, a name or a clinic", async () => {
    await addDoctor({ slug: "heart", doctor: { specialization: "Cardiology" } });
    await addDoctor({ slug: "named", name: "Carla Cardio" });
    await addDoctor({ slug: "placed", clinic: { name: "Lakeview Cardio Center" } });
    await addDoctor({ slug: "other" });
    // What there is to choose from is kept for a minute.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const api = await anyone();
    expect((await slugsOf(api, { q: "cardio" })).sort()).toEqual(["heart", "named", "placed"]);
    expect(await slugsOf(api, { q: "heart doctor" })).toEqual(["heart"]);
    expect(await slugsOf(api, { speciality: "cardiology" })).toEqual(["heart"]);
    expect(await slugsOf(api, { q: "robin", speciality: "Cardiology" })).toEqual(["heart"]);
  });

  it("finds by language and by the association's own fee", async () => {
    await addDoctor({ slug: "german", doctor: { languagesSpoken: ["English", "German"] } });
    await addDoctor({ slug: "cheap", association: { consultationFee: 40 } });
    const inherits = { association: { consultationFee: null }, doctor: { consultationFee: 60 } };
    await addDoctor({ slug: "inherits", ...inherits });
    await addDoctor({ slug: "unknown", association: { consultationFee: null } });
    const api = await anyone();
    expect(await slugsOf(api, { language: "german" })).toEqual(["german"]);
    expect((await slugsOf(api, { maxFee: 60 })).sort()).toEqual(["cheap", "inherits"]);
    expect(await slugsOf(api, { maxFee: 59.99 })).toEqual(["cheap"]);
  });
});

describe("order", () => {
  it("sorts by the first free time that the engine gives, those without one last", async () => {
    await addDoctor({ slug: "today" });
    const leave = { status: "on_leave" };
    await addDoctor({ slug: "away", association: leave });
    const tomorrow = { association: { bookingNoticeMinutes: 24 * 60 } };
    await addDoctor({ slug: "tomorrow", ...tomorrow });
    const { association } = await addDoctor({ slug: "busy-today" });
    await createAppointment(db, {
      doctorClinicId: association.id,
      doctorId: association.doctorId,
      startsAt: new Date("2026-10-28T17:00:00Z"),
      durationMinutes: 300,
    });
    const api = await anyone();
    expect(await slugsOf(api, {})).toEqual(["today", "busy-today", "tomorrow", "away"]);
    const { doctors } = await api.doctors.search({});
    // Notice is two hours: noon in Chicago is the first.
    expect(doctors[0]?.clinics[0]?.times).toEqual([
      "2026-10-28T17:00:00Z",
      "2026-10-28T17:30:00Z",
      "2026-10-28T18:00:00Z",
    ]);
    expect(doctors[3]?.clinics[0]).toMatchObject({ times: [], none: { reason: "ON_LEAVE" } });
  });

  it("knows that a doctor is busy at another clinic", async () => {
    const { doctor } = await addDoctor({ slug: "two" });
    const second = await createAssociation(db, { doctorId: doctor.id });
    await createAppointment(db, {
      doctorClinicId: second.id,
      doctorId: doctor.id,
      startsAt: new Date("2026-10-28T17:00:00Z"),
    });
    const { doctors } = await (await anyone()).doctors.search({});
    for (const { times } of doctors[0]?.clinics ?? [])
      expect(times[0]).toBe("2026-10-28T17:30:00Z");
  });

  it("sorts by fee currency by currency, unknown fees last", async () => {
    await addDoctor({ slug: "dear", association: { consultationFee: 200 } });
    await addDoctor({ slug: "cheap", association: { consultationFee: 50 } });
    await addDoctor({ slug: "unknown", association: { consultationFee: null } });
    await addDoctor({ slug: "euro", clinic: inBerlin, association: { consultationFee: 80 } });
    expect(await slugsOf(await anyone(), { sort: "fee" })).toEqual([
      "euro",
      "cheap",
      "dear",
      "unknown",
    ]);
  });

  it.each(["soonest", "distance", "rating", "fee"] as const)(
    "pages by %s through everyone once",
    async (sort) => {
      for (let n = 0; n < 7; n++) {
        // Equal in pairs, so that the tie has to be broken.
        const latitude = loop.latitude + Math.floor(n / 2) / 100;
        const consultationFee = n < 2 ? null : 50 + Math.floor(n / 2);
        const bookingNoticeMinutes = Math.floor(n / 3) * 1440;
        const association = { consultationFee, bookingNoticeMinutes };
        await addDoctor({ slug: `doctor-${n}`, clinic: { latitude }, association });
      }
      const api = await anyone();
      const whole = await slugsOf(api, { near: loop, sort, limit: 100 });
      expect(new Set(whole).size).toBe(7);
      for (const limit of [1, 2, 3, 7])
        expect(await slugsOf(api, { near: loop, sort, limit })).toEqual(whole);
    },
  );
});

it("names specialities and languages of listed doctors only", async () => {
  await addDoctor({ slug: "a", doctor: { languagesSpoken: ["English", "Nepali"] } });
  await addDoctor({
    slug: "b",
    doctor: { specialization: "Urology", languagesSpoken: ["English"] },
  });
  await addDoctor({ slug: "c", doctor: { specialization: "Magic", isVerified: false } });
  expect(await listFacets(db, now)).toEqual({
    specialities: [
      { value: "Family medicine", doctors: 1 },
      { value: "Urology", doctors: 1 },
    ],
    languages: [
      { value: "English", doctors: 2 },
      { value: "Nepali", doctors: 1 },
    ],
  });
});
