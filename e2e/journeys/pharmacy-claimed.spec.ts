import { createAdmin } from "@/testing/factories/admin";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createUser } from "@/testing/factories/user";
import { expect, test } from "../fixtures";
import { PharmacyJoinPage } from "../pages/pharmacy-join-page";
import { ColleaguesPage, InvitationPage, PharmacyHoursPage } from "../pages/pharmacy-room-page";
import { VerifyEmailPage } from "../pages/verify-email-page";
import { ownName } from "../world";

test("somebody signs up, gets their pharmacy, changes its hours, and a colleague joins", async ({
  page,
  visitor,
  signInAs,
  db,
}) => {
  test.slow();
  const familyName = ownName();
  const email = `${familyName.toLowerCase()}@journey.example`;
  const name = `${familyName} Pharmacy`;
  // Out on the lake, where nothing else is.
  const at = { latitude: 42.3 + Math.random() / 10, longitude: -87.1 };
  const { slug } = await createPharmacy(db, { name, slug: familyName.toLowerCase(), ...at });

  const signUp = await (await PharmacyJoinPage.open(page)).signUp();
  const waiting = await signUp.signUp(email, "four grey heron feathers");
  await (await waiting.openMail()).open("Confirm your e-mail address");
  await (await VerifyEmailPage.at(page)).goOn.click();
  const join = await PharmacyJoinPage.at(page);
  await join.claim(name, familyName);
  await expect(join.waiting).toBeVisible();

  const moderator = await createAdmin(db, { accessLevel: "moderator" });
  const desk = await visitor(moderator.user.email);
  await desk.goto("/admin/pharmacies/claims");
  await desk.getByRole("button", { name: `Approve Ada ${familyName}` }).click();
  await expect(desk.getByRole("button", { name: `Approve Ada ${familyName}` })).toBeHidden();

  // Approved, they were signed out everywhere.
  await signInAs(email);
  const hours = await PharmacyHoursPage.open(page);
  await hours.everyDay("00:00", "24:00");
  await expect(hours.saved).toBeVisible();

  const anybody = await visitor(null);
  await anybody.goto(`/pharmacies/${slug}`);
  await expect(anybody.getByRole("main")).toContainText(/Open/);
  await anybody.goto(
    `/pharmacies?near=${at.latitude.toFixed(4)},${at.longitude}&radius=2&open=now`,
  );
  await expect(anybody.getByRole("link", { name, exact: true })).toBeVisible();

  const colleague = await createUser(db, { email: `c-${email}`, isOnboarded: false });
  const path = await (await ColleaguesPage.open(page)).invite(colleague.email, "Pharmacist");
  const theirs = await visitor(colleague.email);
  await (await InvitationPage.open(theirs, path)).accept();
  await page.reload();
  await expect(page.getByRole("main")).toContainText(colleague.email);
});
