import { expect, test } from "../fixtures";
import { AccountPage } from "../pages/account-page";
import { AppointmentsPage } from "../pages/appointments-page";
import { BookingPage } from "../pages/booking-page";
import { SignInPage } from "../pages/sign-in-page";
import { appointmentsWith, giveSignIn } from "../world";

test("a person who is switched off is out at once, is told so, and nothing of theirs goes through", async ({
  page,
  context,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  // The answers to a session that has ended, in words and as a status.
  watch.foresee(/status of 401/);
  const password = "was good until today";
  await giveSignIn(patient, password);
  await signInAs(patient.email);
  const list = await AppointmentsPage.open(page);
  const tab = await context.newPage();
  const booking = await BookingPage.open(tab, practice.associationId, "2026-10-30T15:00:00Z");
  await booking.say("A cough.");

  await db.user.update({ where: { id: patient.userId }, data: { isActive: false } });

  await booking.confirmInVain();
  await expect(booking.refusal).toContainText("This account is switched off. Nothing was changed.");
  expect(await appointmentsWith(db, practice)).toHaveLength(0);

  await list.page.getByRole("navigation").getByRole("link", { name: "Messages" }).click();
  const out = await new SignInPage(page).arrive();
  await expect(out.main).toContainText("This account is switched off");
  await expect(out.main).toContainText("contact the people who run this service");

  await out.signIn(patient.email, password);
  await expect(out.main.getByRole("status").filter({ hasText: "switched off" })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("signing out on all devices ends the session elsewhere, which says so and goes on after", async ({
  page,
  visitor,
  patient,
  signInAs,
}) => {
  const password = "the same on both";
  await giveSignIn(patient, password);
  await signInAs(patient.email);
  const elsewhere = await AppointmentsPage.open(await visitor(patient.email));

  await (await AccountPage.open(page)).signOutEverywhere();
  const here = await new SignInPage(page).arrive();
  await expect(here.main).toContainText("You are signed out");

  await elsewhere.page.reload();
  const there = await new SignInPage(elsewhere.page).arrive();
  await expect(there.main).toContainText("Your session has ended");
  await there.signIn(patient.email, password);
  await elsewhere.arrive();
});
