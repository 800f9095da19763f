import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { DoctorPage } from "../pages/doctor-page";
import { TimeOffPage } from "../pages/time-off-page";
import { anAppointment, aPatient } from "../world";

const friday = "Friday, October 30, 2026";

test("time off shows whom it touches first, takes the times away, and gives them back", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  await signInAs(doctor.email);
  const timeOff = await TimeOffPage.open(page);
  const consequences = await timeOff.add({
    kind: "Time off",
    firstDate: "2026-10-30",
    note: "Conference",
  });
  await consequences.arrive();
  await expect(consequences.one(patient.name)).toContainText("Fri, Oct 30, 10:00 AM – 10:30 AM");
  await expect(consequences.saveButton).toHaveText("Save (1 to decide)");
  await consequences.saveButton.click();
  await expect(consequences.one(patient.name)).toContainText("Decide about this one.");
  expect(await db.scheduleException.count({ where: { doctorId: practice.doctor.id } })).toBe(0);

  await consequences.decide(patient.name, "Cancel");
  await consequences.saveButton.click();
  await expect(consequences.reason).toBeFocused();
  await consequences.reason.fill("I am at a conference that day.");
  await expect(consequences.saveButton).toHaveText("Save: 1 cancelled");
  await consequences.saveButton.click();
  await expect(timeOff.saved).toBeVisible();
  await expect(timeOff.coming("Fri, Oct 30")).toContainText("Time off");

  const theirs = await visitor(patient.email);
  const cancelled = await AppointmentPage.open(theirs, id);
  await expect(cancelled.main).toContainText("The practice cancelled it");
  await expect(cancelled.main).toContainText("I am at a conference that day.");

  const looking = await visitor((await aPatient(db)).email);
  const closed = await DoctorPage.open(looking, practice.doctor.slug);
  await expect(closed.time(friday, "10:00 AM")).toHaveCount(0);

  await timeOff.remove("Fri, Oct 30");
  await expect(timeOff.main).toContainText("Nothing planned");
  const open = await DoctorPage.open(looking, practice.doctor.slug);
  await expect(open.time(friday, "10:00 AM")).toBeVisible();
});

test("several holidays become days off at once; a day gets other hours, then others still", async ({
  page,
  practice,
  db,
  signInAs,
}) => {
  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  await signInAs(doctor.email);
  const timeOff = await TimeOffPage.open(page);
  await timeOff.tick("Thanksgiving Day", "Christmas Day");
  await timeOff.holidays.getByRole("button", { name: "Take 2 days off" }).click();
  await expect(page.locator(":focus")).toContainText("Saved");
  await expect(timeOff.coming("Thanksgiving Day")).toContainText("Thu, Nov 26");
  await expect(timeOff.coming("Christmas Day")).toContainText("Fri, Dec 25");
  await expect(timeOff.holidays.getByRole("checkbox", { name: "Thanksgiving" })).toBeDisabled();

  await timeOff.add({ kind: "Other hours", firstDate: "2026-11-02", hours: ["13:00", "12:30"] });
  await expect(timeOff.coming("Mon, Nov 2")).toContainText("1:00 PM – 12:30 PM");
  await timeOff
    .coming("Mon, Nov 2")
    .getByRole("button", { name: /^Change/ })
    .click();
  await timeOff.fill({ kind: "Other hours", firstDate: "2026-11-02", hours: ["13:00", "13:00"] });
  await expect(timeOff.main).toContainText("13:00-13:00 starts and ends at the same time.");
  await timeOff.fill({ kind: "Other hours", firstDate: "2026-11-02", hours: ["13:00", "15:00"] });
  await expect(timeOff.coming("Mon, Nov 2")).toContainText("1:00 PM – 3:00 PM");
});
