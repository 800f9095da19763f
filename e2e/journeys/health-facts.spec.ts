import { expect, type Page, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { BookingPage } from "../pages/booking-page";

const share = (page: Page) =>
  page.getByRole("checkbox", { name: "This doctor may see the health facts of my profile" });

test("a patient says what the doctor may see, hears how late it is, and reads the prescription", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  await db.patient.update({
    where: { id: patient.id },
    data: { bloodGroup: "O-", allergies: ["Penicillin"] },
  });
  await signInAs(patient.email);
  const booking = await BookingPage.open(page, practice.associationId, "2026-10-30T15:00:00Z");
  await expect(booking.main).toContainText("Allergies: Penicillin");
  await expect(share(page)).not.toBeChecked();
  await share(page).check();
  await booking.say("A cough");
  await expect(booking.main).toContainText("This doctor will see your health facts");
  const { id } = await booking.confirm();
  const visit = () => db.appointment.findUniqueOrThrow({ where: { id } });
  expect((await visit()).sharesHealth).toBe(true);

  await test.step("and takes it back with one tap", async () => {
    await expect(share(page)).toBeChecked();
    await share(page).press("Space");
    await expect(page.getByText("This doctor does not see them.")).toBeVisible();
    await expect(share(page)).not.toBeChecked();
    await expect(share(page)).toBeFocused();
    expect((await visit()).sharesHealth).toBe(false);
  });

  await test.step("the page says how late it is", async () => {
    await db.appointment.update({ where: { id }, data: { delayMinutes: 20 } });
    const late = await AppointmentPage.open(page, id);
    await expect(late.main).toContainText("Running about 20 minutes late");
    await expect(late.main).toContainText("Expected 10:20 AM instead of 10:00 AM.");
  });

  await test.step("who is there can no longer move or cancel, nor forget that they are waiting", async () => {
    await db.appointment.update({ where: { id }, data: { status: "arrived" } });
    const arrived = await AppointmentPage.open(page, id);
    await expect(arrived.main).toContainText("The practice knows that you are here");
    await expect(arrived.cancelLink).toHaveCount(0);
    await expect(arrived.moveLink).toHaveCount(0);
  });

  await test.step("after the visit the prescription is there, the doctor's notes are not", async () => {
    const words = { prescription: "Warm tea, twice a day", notes: "For the doctor only" };
    await db.appointment.update({ where: { id }, data: { ...words, status: "in_progress" } });
    const during = await AppointmentPage.open(page, id);
    await expect(during.main).not.toContainText(words.prescription);
    await db.appointment.update({ where: { id }, data: { status: "completed" } });
    const after = await AppointmentPage.open(page, id);
    await expect(after.main.getByRole("region", { name: "Prescription" })).toContainText(
      words.prescription,
    );
    await expect(after.main).not.toContainText(words.notes);
    await expect(share(page)).toHaveCount(0);
  });
});
