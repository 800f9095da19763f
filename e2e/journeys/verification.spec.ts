import { card, paper } from "@/testing/demo/papers";
import { expect, test } from "../fixtures";
import { ApplicationPage } from "../pages/application-page";
import { DoctorCasePage } from "../pages/doctor-case-page";
import { DoctorsQueuePage } from "../pages/doctors-queue-page";
import { PracticePage } from "../pages/practice-page";
import { ResultsPage } from "../pages/results-page";
import { anApplicant } from "../world";

const words = "Please add the back of your identity card.";

test("an application is handed in, sent back, changed under the reviewer's eyes, verified, and found", async ({
  page,
  db,
  practice,
  visitor,
  signInAs,
  watch,
}) => {
  test.slow();
  const { name } = practice.doctor;
  const familyName = name.split(" ")[1] ?? "";
  const { email } = await anApplicant(db, practice, "US");
  const patient = await visitor(null);
  const search = () => ResultsPage.open(patient, `?q=${familyName}`);
  await expect((await search()).card(name)).toHaveCount(0);

  await signInAs(email);
  const application = await ApplicationPage.open(page);
  const licence = paper("Licence to practise medicine", [`Name: ${name}`]);
  await application.addDocument("Licence", {
    name: "My licence.pdf",
    mimeType: "application/pdf",
    buffer: licence,
  });
  await expect(application.document("My licence.pdf")).toBeVisible();
  await application.addDocument("Identity card or passport", {
    name: "Card.png",
    mimeType: "image/png",
    buffer: card(90),
  });
  await expect(application.document("Card.png")).toBeVisible();
  await application.submit();

  const moderator = await visitor("moderator@demo.medico24.example");
  const queue = await (await DoctorsQueuePage.open(moderator)).search(familyName);
  await expect(queue.card(name)).toContainText("Since today");
  const one = await queue.openCase(name);
  await test.step("the claim stands beside the documents, which are drawn in the page", async () => {
    await expect(one.claim).toContainText("Illinois");
    await one.expectDrawn("My licence.pdf, page 1 of 1");
    await expect(one.documents).toContainText(`Name: ${name}`);
    await one.documents.getByRole("link", { name: "Identity card" }).click();
    await one.expectDrawn("Card.png");
    const looks = { action: "doctor.view-document", subjectId: practice.doctor.id };
    expect(await db.auditEntry.count({ where: looks })).toBeGreaterThanOrEqual(2);
  });
  await one.takeIt();
  await one.askFor(words);
  await expect(one.decision).toContainText("That is decided");
  await one.arrive();

  await test.step("the doctor reads why, and hands in again", async () => {
    const start = await PracticePage.open(page);
    await expect(start.main).toContainText("We need something more");
    await expect(start.main).toContainText(words);
    await (await ApplicationPage.open(page)).submit();
  });

  const again = await DoctorCasePage.open(moderator, practice.doctor.id, name);
  await test.step("what changed meanwhile is shown, and nothing is decided about what nobody saw", async () => {
    await db.doctor.update({
      where: { id: practice.doctor.id },
      data: { licenseAuthority: "Board of Wisconsin" },
    });
    watch.foresee(/409 .*verification\.decide/);
    await again.verify();
    await expect(again.decision).toContainText("This changed since you opened it");
    await expect(again.decision).toContainText("Board of Wisconsin");
    await again.arrive();
    expect(
      (await db.doctor.findUniqueOrThrow({ where: { id: practice.doctor.id } })).isVerified,
    ).toBe(false);
    await again.decision.getByRole("button", { name: /^I have seen it/ }).click();
  });
  await again.verify();
  await expect(again.decision).toContainText("It takes effect now");
  await expect(again.claim).toContainText("Verified by Thomas Berger");
  await again.arrive();

  await expect((await search()).card(name)).toBeVisible();
  await (await search()).openDoctor(name);
  await page.goto("/messages");
  await expect(page.getByRole("main")).toContainText("Your licence is checked");
});
