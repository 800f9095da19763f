import type { APIRequestContext } from "@playwright/test";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { expect, test } from "../fixtures";
import { CalendarFeedPage } from "../pages/calendar-feed-page";
import { MovePage } from "../pages/move-page";
import { anAppointment } from "../world";

/** Subscribes as a calendar program does, without a cookie, and reads with two parsers that agree. */
async function subscribe(request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const text = await answer.text();
  const first = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    const status = one.getFirstPropertyValue("status");
    const startsAt = event.startDate.toJSDate().toISOString();
    return { uid: event.uid, sequence: event.sequence, startsAt, status: String(status) };
  });
  const second = Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) => {
    if (one?.type !== "VEVENT") return [];
    const { uid, sequence, status } = one;
    const startsAt = new Date(one.start).toISOString();
    return [{ uid, sequence: Number(sequence), startsAt, status: String(status) }];
  });
  expect(second).toEqual(first);
  return { text, events: first, etag: answer.headers().etag ?? "" };
}

test("a doctor's calendar is read elsewhere, follows a move, and goes silent when it is taken back", async ({
  page,
  visitor,
  request,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  await signInAs(doctor.email);
  const settings = await CalendarFeedPage.open(page);
  const address = await settings.make();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\/medico24\.ics$/);

  const before = await subscribe(request, address);
  const event = { uid: `${id}@medico24`, sequence: 0, status: "TENTATIVE" };
  expect(before.events).toEqual([{ ...event, startsAt: "2026-10-30T15:00:00.000Z" }]);
  expect(before.text).not.toContain(patient.name.split(" ")[1]);
  expect(before.text).not.toContain("cough");

  await test.step("what has not changed is not sent again", async () => {
    const headers = { "if-none-match": before.etag };
    expect((await request.get(address, { headers })).status()).toBe(304);
    const head = await request.head(address);
    expect([head.status(), head.headers().etag]).toEqual([200, before.etag]);
    expect(head.headers()["cache-control"]).toContain("private");
  });

  await test.step("the patient moves it", async () => {
    const move = await MovePage.open(await visitor(patient.email), id);
    await (await move.choose("Friday, October 30, 2026", "11:00 AM")).confirm();
  });
  const after = await subscribe(request, address);
  expect(after.events).toEqual([{ ...event, sequence: 1, startsAt: "2026-10-30T16:00:00.000Z" }]);
  expect(after.etag).not.toBe(before.etag);

  await test.step("the address is not shown again, but that it was read", async () => {
    await page.reload();
    await settings.arrive();
    await expect(settings.newAddress).toHaveCount(0);
    await expect(settings.main).toContainText("Oct 28");
    await expect(settings.main).not.toContainText("Not yet");
  });

  const renewed = await settings.renew();
  expect((await request.get(address)).status()).toBe(404);
  await subscribe(request, renewed);
  await settings.revoke();
  expect((await request.get(renewed)).status()).toBe(404);
  expect((await request.get("/calendar/nonsense/medico24.ics")).status()).toBe(404);
});
