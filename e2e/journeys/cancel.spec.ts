import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { AppointmentsPage } from "../pages/appointments-page";
import { CancelPage } from "../pages/cancel-page";
import { DoctorPage } from "../pages/doctor-page";
import { anAppointment } from "../world";

test("an appointment is cancelled with a reason, and its time is free again", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const cancel = await (await AppointmentPage.open(page, id)).cancel();

  await test.step("without a reason it is not sent, and the question has the focus", async () => {
    await cancel.confirmInVain("");
    await expect(cancel.refusal).toContainText("Say in a few words why you cancel.");
    await cancel.refusal.getByRole("link").click();
    await expect(cancel.reason).toBeFocused();
  });

  const after = await cancel.confirm("The cough is gone.");
  await expect(after.said).toContainText("Your appointment is cancelled");
  await expect(after.status).toHaveText("Cancelled");
  await expect(after.main).toContainText("Reason: The cough is gone.");
  await expect(after.moveLink).toHaveCount(0);
  await expect(after.cancelLink).toHaveCount(0);

  const upcoming = await AppointmentsPage.open(page);
  await expect(upcoming.card(practice.doctor.name)).toHaveCount(0);
  const past = await upcoming.past();
  await expect(past.card(practice.doctor.name)).toContainText("Cancelled");

  const doctorPage = await DoctorPage.open(page, practice.doctor.slug);
  await expect(doctorPage.time("Friday, October 30, 2026", "10:00 AM")).toBeVisible();
});

test("too late to change, the page says the rule and whom to call", async ({
  page,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  watch.foresee(/status of 409/);
  await db.clinic.update({
    where: { id: practice.clinic.id },
    data: { contacts: { phone: "+1 312 555 0177" } },
  });
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const stale = await CancelPage.open(page, id);

  // The practice moves it to an hour from now while the page is open.
  const soon = {
    startsAt: new Date("2026-10-28T16:30:00Z"),
    endsAt: new Date("2026-10-28T17:00:00Z"),
  };
  await db.appointment.update({ where: { id }, data: soon });
  await stale.confirmInVain("I can not come.");
  await expect(stale.refusal).toContainText(
    "It is too late to cancel here: that is possible until 2 hours before the start.",
  );
  await expect(stale.reason).toHaveValue("I can not come.");

  for (const address of ["cancel", "move", ""]) {
    await page.goto(`/appointments/${id}/${address}`);
    const told = await new AppointmentPage(page).arrive();
    await expect(told.main).toContainText("possible until 2 hours before the start");
    await expect(told.main).toContainText("Call the clinic: +1 312 555 0177");
    await expect(told.moveLink).toHaveCount(0);
    await expect(told.cancelLink).toHaveCount(0);
  }
});
