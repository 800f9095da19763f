import { expect, test } from "../fixtures";
import { AdminSettingsPage } from "../pages/admin-settings-page";
import { DoctorCasePage } from "../pages/doctor-case-page";
import { DoctorPage } from "../pages/doctor-page";
import { DoctorsQueuePage } from "../pages/doctors-queue-page";
import { anApplicant } from "../world";

test("where it takes two people, the second returns, then confirms, and only then it takes effect", async ({
  db,
  practice,
  visitor,
}) => {
  test.slow();
  const { id, name, slug } = practice.doctor;
  const settings = await AdminSettingsPage.open(await visitor("super-admin@demo.medico24.example"));
  await settings.askTwoPeopleFor("Liechtenstein");
  await anApplicant(db, practice, "LI", { submittedAt: new Date("2026-10-27T09:00:00Z") });

  const moderator = await visitor("moderator@demo.medico24.example");
  const first = await DoctorCasePage.open(moderator, id, name);
  await expect(first.decision).toContainText("This takes two people");
  await first.verify();
  await expect(first.decision).toContainText("once a second person has confirmed it");
  const stranger = await visitor(null);
  expect((await stranger.request.get(`/doctors/${slug}`)).status()).toBe(404);

  await test.step("the first person sees why they cannot confirm", async () => {
    const own = await DoctorCasePage.open(moderator, id, name);
    await expect(own.decision).toContainText("You decided this yourself");
    await expect(own.decision.getByRole("button", { name: "Confirm" })).toHaveCount(0);
  });

  const admin = await visitor("admin@demo.medico24.example");
  await test.step("the second person sends it back with words", async () => {
    const queue = await DoctorsQueuePage.open(admin, "?show=second");
    const second = await (await queue.search(name)).openCase(name);
    await expect(second.decision).toContainText("Thomas Berger decided to verify");
    await second.giveBack("Who is the issuing authority?");
    await expect(second.decision).toContainText("You returned it");
    await second.arrive();
  });
  const anew = await DoctorCasePage.open(moderator, id, name);
  await expect(anew.history).toContainText("Who is the issuing authority?");
  await anew.verify();
  await expect(anew.decision).toContainText("Your decision is noted");

  const second = await DoctorCasePage.open(admin, id, name);
  await second.confirm();
  await expect(second.decision).toContainText("You confirmed it");
  await expect(second.claim).toContainText("Verified by Leila Rahimi");
  await DoctorPage.open(stranger, slug);
});
