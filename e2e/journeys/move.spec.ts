import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { BookingPage } from "../pages/booking-page";
import { DoctorPage } from "../pages/doctor-page";
import { MovePage } from "../pages/move-page";
import { anAppointment, aPatient } from "../world";

const friday = "Friday, October 30, 2026";

test("an appointment moves: it stays the same one, and its old time is another's to book", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const before = await AppointmentPage.open(page, id);
  await expect(before.main).toContainText(
    "You can move or cancel it until Fri, Oct 30, 8:00 AM, Central Time (Chicago).",
  );
  const first = await before.addToCalendar();

  const move = await before.move();
  const after = await (await move.choose(friday, "11:00 AM")).confirm();
  await expect(after.said).toContainText("Your appointment has moved");
  await expect(after.fact("When")).toContainText(`${friday}11:00 AM – 11:30 AM`);
  expect(after.id).toBe(id);
  await expect(after.words).toContainText("A cough that stays.");

  const second = await after.addToCalendar();
  expect(second.uid).toBe(first.uid);
  expect([first.sequence, second.sequence]).toEqual([0, 1]);
  expect([first.startsAt, second.startsAt]).toEqual([
    "2026-10-30T15:00:00.000Z",
    "2026-10-30T16:00:00.000Z",
  ]);

  await test.step("another patient finds the old time, and not the new one", async () => {
    const other = await aPatient(db);
    const doctorPage = await DoctorPage.open(await visitor(other.email), practice.doctor.slug);
    await expect(doctorPage.time(friday, "11:00 AM")).toHaveCount(0);
    const booking = await doctorPage.choose(friday, "10:00 AM");
    const booked = await (await booking.say("A rash on the arm.")).confirm();
    await expect(booked.said).toContainText("Your appointment is booked");
  });
});

test("a move whose time is gone meanwhile names the nearest, and moves there in one tap", async ({
  page,
  visitor,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  watch.foresee(/status of 409/);
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const move = await (await MovePage.open(page, id)).choose(friday, "11:00 AM");

  const faster = await visitor((await aPatient(db)).email);
  const booking = await BookingPage.open(faster, practice.associationId, "2026-10-30T16:00:00Z");
  await (await booking.say("An earache.")).confirm();

  await move.confirmInVain();
  await expect(move.refusal).toContainText("That time has just been taken.");
  await move.nearest.getByRole("link", { name: "10:30 AM" }).click();
  await expect(move.refusal).toBeHidden();
  const after = await move.confirm();
  await expect(after.fact("When")).toContainText(`${friday}10:30 AM – 11:00 AM`);
});

test("what was changed in another tab is not changed again from a page that is out of date", async ({
  page,
  context,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  watch.foresee(/status of 409/);
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const stale = await (await MovePage.open(page, id)).choose(friday, "11:00 AM");

  const tab = await MovePage.open(await context.newPage(), id);
  await (await tab.choose(friday, "9:00 AM")).confirm();

  await stale.confirmInVain();
  await expect(stale.refusal).toContainText("was changed since you opened the page");
  const now = await AppointmentPage.open(page, id);
  await expect(now.fact("When")).toContainText("9:00 AM – 9:30 AM");
});
