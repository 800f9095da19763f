import { expect, test } from "../fixtures";
import { DoctorPage } from "../pages/doctor-page";
import { aPractice, appointmentsWith } from "../world";

/* Chicago's clocks go back on Sunday, November 1, 2026, at 2 AM; Tokyo's never do. */
test.use({ timezoneId: "Asia/Tokyo" });

const weeks = [
  {
    name: "before the clocks go back",
    day: "Saturday, October 31, 2026",
    own: "That is Sun, Nov 1, 12:30 AM where you are.",
    instant: "2026-10-31T15:30:00.000Z",
  },
  {
    name: "after the clocks went back",
    day: "Monday, November 2, 2026",
    own: "That is Tue, Nov 3, 1:30 AM where you are.",
    instant: "2026-11-02T16:30:00.000Z",
  },
];

for (const { name, day, own, instant } of weeks)
  test(`someone in Tokyo books in Chicago ${name}: the clinic's time is named, their own stands beside it`, async ({
    page,
    db,
    patient,
    practice,
    signInAs,
  }) => {
    await signInAs(patient.email);
    const doctorPage = await DoctorPage.open(page, practice.doctor.slug);
    await expect(doctorPage.main.getByText(/Times are at the clinic: Central Time/)).toBeVisible();
    const booking = await doctorPage.choose(day, "10:30 AM");
    const when = [`${day}10:30 AM – 11:00 AM`, "Central Time (Chicago), the clinic’s time", own];
    for (const text of when) await expect(booking.fact("When")).toContainText(text);

    const appointment = await (await booking.say("A cough.")).confirm();
    for (const text of when) await expect(appointment.fact("When")).toContainText(text);
    const [row] = await appointmentsWith(db, practice);
    expect(row?.startsAt.toISOString()).toBe(instant);
    expect((await appointment.addToCalendar()).startsAt).toBe(instant);

    const card = (await appointment.all()).card(practice.doctor.name);
    for (const text of when) await expect(card).toContainText(text);
  });

test("the hour that Chicago has twice is two times, and each is booked as itself", async ({
  page,
  db,
  patient,
  signInAs,
}) => {
  const night = await aPractice(db, {
    association: { availableTimeSlots: { sunday: ["01:00-02:00"] } },
  });
  await signInAs(patient.email);
  const doctorPage = await DoctorPage.open(page, night.doctor.slug);
  const sunday = doctorPage.day("Sunday, November 1, 2026").getByRole("link");
  await expect(sunday).toHaveText([/1:00 AM CDT/, /1:30 AM CDT/, /1:00 AM CST/, /1:30 AM CST/]);

  const booking = await doctorPage.choose("Sunday, November 1, 2026", "1:30 AM CST");
  await expect(booking.fact("When")).toContainText("1:30 AM CST");
  await (await booking.say("I can not sleep.")).confirm();
  const [row] = await appointmentsWith(db, night);
  expect(row?.startsAt.toISOString()).toBe("2026-11-01T07:30:00.000Z");
});

test.describe("near the clinic", () => {
  test.use({ timezoneId: "America/Chicago" });

  test("a viewer on the clinic's own clock sees one time and no note about zones", async ({
    page,
    patient,
    practice,
    signInAs,
  }) => {
    await signInAs(patient.email);
    const doctorPage = await DoctorPage.open(page, practice.doctor.slug);
    await expect(doctorPage.main.getByText(/Times are at the clinic/)).toBeHidden();
    const booking = await doctorPage.choose("Monday, November 2, 2026", "10:30 AM");
    await expect(booking.fact("When")).not.toContainText("where you are");
  });
});
