import { expect, test } from "../fixtures";
import { AppointmentsPage } from "../pages/appointments-page";
import { BookingPage } from "../pages/booking-page";
import { OnboardingPage } from "../pages/onboarding-page";
import { SignInPage } from "../pages/sign-in-page";
import { StartPage } from "../pages/start-page";
import { VerifyEmailPage } from "../pages/verify-email-page";
import { appointmentsWith, ownName } from "../world";

test("someone new searches, chooses a time, signs up on the way, and books it", async ({
  page,
  practice,
  db,
}) => {
  const { doctor, clinic } = practice;
  const email = `${ownName().toLowerCase()}@journey.example`;
  const password = "four grey heron feathers";

  const results = await (await StartPage.open(page)).search({ what: doctor.name });
  await expect(results.count).toHaveText(/^1 doctor/);
  const doctorPage = await results.openDoctor(doctor.name);
  const signIn = await doctorPage.chooseSignedOut("Friday, October 30, 2026", "10:00 AM");
  await expect(signIn.main).toContainText("You will come back to where you were.");

  const waiting = await (await signIn.createAccount()).signUp(email, password);
  await (await waiting.openMail()).open("Confirm your e-mail address");
  const opened = await VerifyEmailPage.at(page);
  await expect(opened.confirmed).toBeVisible();
  await opened.goOn.click();
  const onboarding = await OnboardingPage.at(page);
  await onboarding.introduce({
    givenName: "Nour",
    familyName: "El-Amin",
    born: "1988-02-29",
    phone: "+1 312 555 0142",
  });

  const booking = await new BookingPage(page).arrive();
  await expect(booking.fact("When")).toContainText("Friday, October 30, 202610:00 AM – 10:30 AM");
  await booking.say("My knee hurts on the stairs.");
  await expect(booking.words).toContainText("My knee hurts on the stairs.");
  const appointment = await booking.confirm();
  await expect(appointment.said).toContainText("Your appointment is booked");
  await expect(appointment.fact("When")).toContainText("10:00 AM – 10:30 AM");
  await expect(appointment.fact("Doctor")).toContainText(doctor.name);
  await expect(appointment.fact("Where")).toContainText(clinic.name);
  await expect(appointment.fact("Fee")).toHaveText("$100");
  await expect(appointment.words).toContainText("My knee hurts on the stairs.");

  // Word of it is in the header at once.
  const header = page.getByRole("banner").getByRole("link", { name: "1 unread message" });
  await expect(header).toBeVisible();

  const [row] = await appointmentsWith(db, practice);
  expect(row?.startsAt.toISOString()).toBe("2026-10-30T15:00:00.000Z");
  const entry = await appointment.addToCalendar();
  expect(entry).toMatchObject({
    sequence: 0,
    startsAt: "2026-10-30T15:00:00.000Z",
    endsAt: "2026-10-30T15:30:00.000Z",
    location: `${clinic.name}, 100 N State St, Chicago`,
  });
  expect(entry.summary).toContain(doctor.name);
  expect(entry.text).not.toContain("knee");

  const list = await appointment.all();
  await expect(list.card(doctor.name)).toContainText("Friday, October 30, 2026");
  await list.show(doctor.name);

  await test.step("signs out, and in again", async () => {
    await (await appointment.openMenu()).getByRole("button", { name: "Sign out" }).click();
    const again = await new SignInPage(page).arrive();
    await expect(again.main).toContainText("You are signed out");
    await again.signIn(email, password);
    await new StartPage(page).arrive();
    await expect((await AppointmentsPage.open(page)).card(doctor.name)).toBeVisible();
  });
});
