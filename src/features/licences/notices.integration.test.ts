import { beforeEach, expect, it } from "vitest";
import { at, db } from "@/features/appointments/appointments.test-support";
import { resetDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { sendNotices } from "./commands/send-notices";
import { aPractice, dateOf } from "./licences.test-support";

beforeEach(resetDatabase);

const send = (day: string) => sendNotices(db, at(`${day}T06:00:00Z`));
const notices = async () =>
  (await db.licenceNotice.findMany({ orderBy: { sentAt: "asc" } })).map((one) => one.daysBefore);
const expiring = (day: string, more = {}) =>
  createDoctor(db, { licenseExpiresOn: dateOf(day), ...more });

it("asks 60, 30 and 7 days before, and says that it has ended, each once", async () => {
  await expiring("2027-01-30");
  expect(await send("2026-11-30")).toBe(0);
  for (const day of ["2026-12-01", "2026-12-02", "2026-12-31", "2027-01-01", "2027-01-23"])
    await send(day);
  expect(await notices()).toEqual([60, 30, 7]);
  expect(await send("2027-01-30")).toBe(0);
  expect(await send("2027-01-31")).toBe(1);
  expect(await send("2027-03-01")).toBe(0);
  const messages = await db.notification.findMany({ orderBy: { sentAt: "asc" } });
  expect(messages.map(({ title }) => title)).toEqual([
    "Your licence ends soon",
    "Your licence ends soon",
    "Your licence ends soon",
    "Your licence has ended",
  ]);
  expect(messages.at(-1)?.body).toContain("January 30, 2027. Patients no longer find you");
});

it("gives who joins late the nearest notice alone, and begins again with the next licence", async () => {
  const { id } = await expiring("2027-01-30");
  await send("2027-01-25");
  expect(await notices()).toEqual([7]);
  await db.doctor.update({ where: { id }, data: { licenseExpiresOn: dateOf("2028-01-30") } });
  await send("2027-12-15");
  expect(await notices()).toEqual([7, 60]);
});

it("asks nobody who is not verified, has left, or has handed in a longer licence", async () => {
  await expiring("2027-01-30", { isVerified: false, verifiedAt: null });
  await expiring("2027-01-30", { user: { isActive: false } });
  const waiting = await expiring("2027-01-30");
  await db.licenceRenewal.create({
    data: {
      doctorId: waiting.id,
      expiresOn: dateOf("2029-01-30"),
      documentId: waiting.id,
      handedInAt: new Date(),
    },
  });
  expect(await send("2027-01-25")).toBe(0);
  // That it has ended is so all the same.
  expect(await send("2027-01-31")).toBe(1);
});

it("tells each once where several processes look at the same moment, and all of many", async () => {
  await Promise.all(Array.from({ length: 230 }, () => expiring("2027-01-30")));
  const sent = await Promise.all(["2027-01-25", "2027-01-25", "2027-01-25"].map(send));
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(230);
  expect(await db.notification.count()).toBe(230);
});

it("says how many appointments lie after the end", async () => {
  const { ends } = await aPractice();
  await ends("2026-10-27");
  await send("2026-10-28");
  const told = await db.notification.findFirstOrThrow({
    where: { notificationType: "licence_ended" },
  });
  expect(told.body).toContain("We look at 2 appointments ahead");
});
