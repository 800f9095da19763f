import { expect, test } from "../fixtures";
import { AppointmentsPage } from "../pages/appointments-page";
import { ResetPasswordPage } from "../pages/reset-password-page";
import { SignInPage } from "../pages/sign-in-page";
import { giveSignIn } from "../world";

test("a forgotten password is replaced through the mailbox, and the page asked for comes next", async ({
  page,
  visitor,
  watch,
  patient,
}) => {
  const { email } = patient;
  await giveSignIn(patient, "the one that was forgotten");
  // The identity service answers a wrong password with 400, and the browser notes it.
  watch.foresee(/status of 400/);

  await page.goto("/appointments");
  const signIn = await new SignInPage(page).arrive();
  await signIn.signIn(email, "not what it was");
  await expect(signIn.main).toContainText("don’t go together");
  await expect(signIn.email).toHaveValue(email);

  const mail = await (await signIn.forgotPassword()).ask(email);
  await mail.open("Reset your password");
  const reset = await new ResetPasswordPage(page).arrive();
  await expect(reset.main).toContainText(email);
  await reset.choose("the one that is new");
  await new AppointmentsPage(page).arrive();

  await test.step("the new one opens the account elsewhere, the old one does not", async () => {
    const elsewhere = await visitor(null);
    await elsewhere.goto("/appointments");
    const again = await new SignInPage(elsewhere).arrive();
    await again.signIn(email, "the one that was forgotten");
    await expect(again.main).toContainText("don’t go together");
    await again.signIn(email, "the one that is new");
    await new AppointmentsPage(elsewhere).arrive();
  });
});
