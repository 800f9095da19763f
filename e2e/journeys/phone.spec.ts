import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { BookingPage } from "../pages/booking-page";
import { ResultsPage } from "../pages/results-page";
import { StartPage } from "../pages/start-page";

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  colorScheme: "dark",
});

test("on a phone: search, narrow it down, book, and look at it later", async ({
  page,
  patient,
  practice,
  signInAs,
}) => {
  const { name } = practice.doctor;
  await signInAs(patient.email);
  const start = await StartPage.open(page);
  const results = await start.search({ what: name, where: "Chicago" });
  await expect(results.count).toHaveText(/^1 doctor/);

  await test.step("a fee that is too low finds nobody, and the page says what to drop", async () => {
    await results.narrow({ "Highest fee": "20" });
    await expect(results.main).toContainText("No doctor matches all of this");
    await results.main.getByRole("link", { name: "Without “Up to 20”" }).tap();
    await expect(results.count).toHaveText(/^1 doctor/);
    await results.arrive();
  });

  await test.step("the filters that are set stay in the address, which can be shared", async () => {
    await results.narrow({ "Highest fee": "200" });
    await expect(results.count).toHaveText(/^1 doctor/);
    await expect(page).toHaveURL(/fee=200/);
    await page.reload();
    await expect(results.main.getByRole("list", { name: "Filters that are set" })).toContainText(
      "Up to 200",
    );
  });

  await results.times(name).first().tap();
  const booking = await new BookingPage(page).arrive();
  await booking.say("A burnt finger.");
  await booking.confirmButton.tap();
  const booked = await new AppointmentPage(page).arrive();
  await expect(booked.said).toBeInViewport();

  await test.step("it is found again by the menu", async () => {
    const menu = await booked.openMenu();
    await menu.getByRole("link", { name: /^Appointments/ }).tap();
    const card = page.getByRole("main").getByRole("link", { name });
    await card.tap();
    await new AppointmentPage(page).arrive();
  });
});

test("near me, on a phone that knows where it is", async ({ page, context, practice }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 41.88331234, longitude: -87.62781234 });
  const start = await StartPage.open(page);
  await start.what.fill(practice.doctor.name);
  await start.main.getByRole("button", { name: "Near me" }).tap();
  const results = await new ResultsPage(page).arrive();
  // Rounded to about a kilometre before it leaves the phone.
  await expect(page).toHaveURL(/near=41\.88,-87\.63/);
  await expect(results.title).toHaveText("Doctors near you");
  await expect(results.card(practice.doctor.name)).toContainText(/\d+ m|0\.\d km|km/);
});
