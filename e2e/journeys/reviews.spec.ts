import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { DoctorPage } from "../pages/doctor-page";
import { ReviewPage } from "../pages/review-page";
import { ReviewsPage } from "../pages/reviews-page";
import { anAppointment, ownName } from "../world";

test("a completed visit is reviewed, answered, hidden by a moderator and shown again", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const words = `<b>Listened</b> and explained to ${ownName()}. 👩🏽‍⚕️ {name} & \u202Emore`;
  const id = await anAppointment(db, practice, patient, "2026-10-27T15:00:00Z", {
    status: "completed",
  });
  await signInAs(patient.email);
  const visit = await AppointmentPage.open(page, id);
  await visit.main.getByRole("link", { name: "Write a review" }).click();
  const review = await new ReviewPage(page).arrive();

  await test.step("without stars it is not sent, and the summary leads to them", async () => {
    await review.publish(null, words);
    await expect(review.said).toContainText("Choose how many stars.");
    await review.said.getByRole("link").click();
    await expect(review.stars("Very good")).toBeFocused();
  });
  await review.publish("Good", words);
  await expect(review.said).toContainText("your review is published");
  await expect(review.main).toContainText(words);
  await (await AppointmentPage.open(page, id)).arrive();
  await expect(visit.main.getByRole("region", { name: "Your review" })).toContainText(words);

  const publicPage = await DoctorPage.open(await visitor(null), practice.doctor.slug);
  const shown = publicPage.main.getByRole("region", { name: "Reviews" });
  await expect(shown).toContainText(words);
  await expect(shown).toContainText(`October 2026, ${practice.clinic.name}`);
  await expect(shown).not.toContainText(patient.name.split(" ")[1] ?? "");
  await expect(publicPage.main).toContainText("4.0");

  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  const own = await ReviewsPage.open(
    await visitor(doctor.email),
    "/practice/reviews?show=unanswered",
  );
  await test.step("the doctor answers, and puts the answer right", async () => {
    const all = await ReviewsPage.open(own.page, "/practice/reviews");
    await all.answer(words, "Thank you for comming.");
    await all.answer(words, "Thank you for coming.", "Change the answer");
    await expect(all.review(words)).toContainText("Thank you for coming.");
  });
  await page.goto("/messages");
  await expect(page.getByRole("main")).toContainText("Your review was answered");

  await test.step("a moderator hides it with a reason, and it counts for nobody", async () => {
    const admin = await visitor("moderator@demo.medico24.example");
    const moderation = await ReviewsPage.open(admin, "/admin/reviews");
    await moderation.hide(words, "Looks like an advertisement.");
    await publicPage.page.reload();
    await expect(publicPage.main).toContainText("No reviews yet");
    await expect(shown).not.toContainText(words);
    const mine = await ReviewPage.open(page, id);
    await expect(mine.main).toContainText("A moderator has hidden this review");

    await moderation.showAgain(words);
    await publicPage.page.reload();
    await expect(shown).toContainText("Thank you for coming.");
  });
});

test("a visit that is not over can't be reviewed, and says so", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const review = await ReviewPage.open(page, id);
  await expect(review.main).toContainText("A visit can be reviewed once it is completed.");
  await expect(review.words).toHaveCount(0);
});
