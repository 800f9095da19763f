import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { DoctorPage } from "../pages/doctor-page";
import { LostPage } from "../pages/lost-page";
import { anAppointment, aPatient } from "../world";

test.beforeEach(({ watch }) => watch.foresee(/status of 404/));

for (const [path, title] of [
  ["/doctors/nobody", "We can’t find that doctor"],
  ["/clinics/nowhere", "We can’t find that clinic"],
] as const)
  test(`${path} is a 404 that helps to go on`, async ({ page, practice }) => {
    const { lost, status } = await LostPage.open(page, path);
    expect(status).toBe(404);
    await expect(lost.title).toHaveText(title);
    const results = await lost.search(practice.doctor.name);
    await expect(results.count).toHaveText(/^1 doctor/);
  });

test("a mistyped doctor's address names who was meant", async ({ page, practice }) => {
  const { name } = practice.doctor;
  const { lost } = await LostPage.open(page, `/doctors/${name.toLowerCase().replace(" ", "-")}`);
  await lost.main.getByRole("link", { name }).click();
  const doctorPage = await new DoctorPage(page).arrive();
  await expect(doctorPage.title).toHaveText(name);
});

test("a doctor who is no longer listed has no page, and can't be booked by an old link", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  await db.doctor.update({ where: { id: practice.doctor.id }, data: { isVerified: false } });
  await signInAs(patient.email);
  const { status } = await LostPage.open(page, `/doctors/${practice.doctor.slug}`);
  expect(status).toBe(404);
  await page.goto(`/book/${practice.associationId}?at=2026-10-30T15:00:00Z`);
  await expect(page.getByRole("main")).toContainText("can’t be booked here at the moment");
});

test("nobody sees another's appointment, nor whether there is one", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const other = await aPatient(db);
  const id = await anAppointment(db, practice, other, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  for (const path of [id, `${id}/move`, `${id}/cancel`, randomUUID(), "no-id"]) {
    const { lost, status } = await LostPage.open(page, `/appointments/${path}`);
    expect(status).toBe(404);
    await expect(lost.main).not.toContainText(practice.doctor.name);
  }
  expect((await page.request.get(`/appointments/${id}/calendar.ics`)).status()).toBe(404);
  await expect(new AppointmentPage(page).title).toHaveCount(0);
});
