import { expect, test } from "../fixtures";
import { ClinicPage } from "../pages/clinic-page";
import { LostPage } from "../pages/lost-page";
import { ResultsPage } from "../pages/results-page";
import { SignInPage } from "../pages/sign-in-page";
import { StartPage } from "../pages/start-page";

test.use({ javaScriptEnabled: false });

test("without a script one searches, looks at doctor and clinic, and every time leads on", async ({
  page,
  practice,
}) => {
  const { doctor, clinic } = practice;
  const start = await StartPage.open(page);
  const results = await start.search({ what: doctor.name, where: "Chicago" });
  await expect(results.count).toHaveText(/^1 doctor/);
  await expect(results.times(doctor.name)).not.toHaveCount(0);

  const doctorPage = await results.openDoctor(doctor.name);
  await expect(doctorPage.main.getByText("Times are at the clinic: Central Time")).toBeVisible();
  await doctorPage.laterDays();
  await expect(doctorPage.time("Wednesday, November 4, 2026", "9:00 AM")).toBeVisible();
  await doctorPage.main.getByText("10 more times").first().click();
  await expect(doctorPage.time("Wednesday, November 4, 2026", "4:30 PM")).toBeVisible();

  await doctorPage.main.getByRole("link", { name: clinic.name, exact: true }).first().click();
  const clinicPage = await new ClinicPage(page).arrive();
  await expect(clinicPage.title).toHaveText(clinic.name);
  await expect(clinicPage.main).toContainText("100 N State St");
  await clinicPage.times(doctor.name).first().click();
  const signIn = await new SignInPage(page).arrive();
  // Playwright reads past a noscript element, though here it is on the screen.
  const note = signIn.main.locator("noscript > div");
  await expect(note).toBeVisible();
  await expect(note).toHaveText(/This form needs JavaScript/);
  await expect(page).toHaveURL(/next=%2Fbook%2F/);
});

test("filters, order and menu are there without a script", async ({ page }) => {
  const results = await ResultsPage.open(page, "?speciality=Cardiology");
  await results.main.getByRole("link", { name: /^Best rated/ }).click();
  await expect(page).toHaveURL(/sort=rating/);
  await results.narrow({ "Highest fee": "400" });
  await expect(page).toHaveURL(/speciality=Cardiology/);
  await expect(page).toHaveURL(/sort=rating/);
  await results.main.getByRole("link", { name: "Remove the filter Cardiology" }).click();
  await expect(results.title).toHaveText("Doctors with free times");
});

test("an address that leads nowhere is a 404 with the search right there", async ({
  page,
  watch,
  practice,
}) => {
  watch.foresee(/status of 404/);
  const { lost, status } = await LostPage.open(page, "/no/such/page");
  expect(status).toBe(404);
  const results = await lost.search(practice.doctor.name);
  await expect(results.count).toHaveText(/^1 doctor/);
});
