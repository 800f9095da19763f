import type { PrismaClient } from "@/generated/prisma/client";
import { expect, test } from "../fixtures";
import { AgendaPage } from "../pages/agenda-page";
import { BookingPage } from "../pages/booking-page";
import { awake } from "../pages/screen";
import { VisitPage } from "../pages/visit-page";
import { expectSound } from "../watch";
import { anAppointment, aPatient, appointmentsWith, type Practice } from "../world";

/** Two in the afternoon in Chicago, on the day on which the product's clock starts. */
const todayTwo = "2026-10-28T19:00:00Z";

async function doctorOf(db: PrismaClient, { doctor }: Practice): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id: doctor.userId } })).email;
}

test("a visit from its arrival to the prescription, while a patient books and it appears", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, todayTwo, { symptoms: "A stiff neck." });
  await signInAs(await doctorOf(db, practice));
  const agenda = await AgendaPage.open(page);
  await expect(agenda.week).toBeVisible();
  await expect(agenda.visit(patient.name)).toBeVisible();
  await expectSound(page);

  await test.step("another patient books, and it appears without reloading", async () => {
    await page.evaluate(() => {
      document.body.dataset.mark = "not reloaded";
    });
    const other = await aPatient(db);
    const booking = await BookingPage.open(
      await visitor(other.email),
      practice.associationId,
      "2026-10-29T16:00:00Z",
    );
    await (await booking.say("A cough.")).confirm();
    await expect(agenda.said).toContainText(
      `New appointment: Thu, Oct 29, 11:00 AM, ${other.name}.`,
    );
    await expect(agenda.visit(other.name)).toBeVisible();
    await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");
    await expectSound(page);
  });

  const visit = await agenda.openVisit(patient.name);
  await expect(visit.part("What the patient wrote")).toContainText("A stiff neck.");
  await visit.take("Confirm", "Confirmed. The patient is told.");
  await visit.take("Has arrived", "Noted: the patient is here.");
  await visit.take("Start the visit", "The visit has begun.");
  await visit.notes.fill("Muscles tense on the left.");
  await visit.prescription.fill("Warmth, and stretching twice a day.");
  await expect(visit.main.getByText("Saved.", { exact: true })).toBeVisible();
  await visit.notes.fill("Muscles tense on the left. To return in two weeks.");
  // Not saved yet: the step saves it first.
  await visit.take("Complete the visit", "The visit is completed.");
  await expect(visit.main.getByText("Completed", { exact: true })).toBeVisible();
  await expect(visit.part("What happened").getByRole("listitem")).toContainText([
    "Booked",
    "Confirmed by you",
    "Arrived by you",
    "In progress by you",
    "Completed by you",
  ]);
  await expectSound(page);
  await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");

  expect(await db.appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: "completed",
    notes: "Muscles tense on the left. To return in two weeks.",
    prescription: "Warmth, and stretching twice a day.",
  });
});

test("on a phone: who waits is told of the delay, and who walks in is added", async ({
  visitor,
  db,
  patient,
  practice,
}) => {
  await anAppointment(db, practice, patient, todayTwo);
  const phone = { viewport: { width: 390, height: 844 } };
  const page = await visitor(await doctorOf(db, practice), phone);
  const agenda = await AgendaPage.open(page);
  await expect(agenda.main.getByRole("heading", { name: /^Today, Wednesday/ })).toBeVisible();
  await expect(agenda.week).toBeHidden();

  expect(await agenda.runLate()).toBe("One patient will be told.");
  await expect(agenda.said.first()).toContainText("One appointment is expected later.");
  await expect(
    agenda.main.getByRole("listitem").filter({ hasText: patient.name }).last(),
  ).toContainText("about 20 min later");
  const [message] = await db.notification.findMany({ where: { userId: patient.userId } });
  expect(message?.title).toContain("20 minutes late");

  await agenda.addWalkIn("Zoë Walker", "A cut finger.");
  const card = agenda.main.getByRole("listitem").filter({ hasText: "Zoë Walker" }).last();
  await expect(card).toContainText("Walk-in");
  await expectSound(page);
  const visit = await agenda.openVisit("Zoë Walker");
  await expect(visit.part("What the patient wrote")).toContainText("A cut finger.");
  const rows = await appointmentsWith(db, practice);
  expect(rows.map(({ origin }) => origin).sort()).toEqual(["online", "walk_in"]);
});

test("a visit is moved by dragging, and proposed another time with the keyboard alone", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const thursdayTen = "2026-10-29T15:00:00Z";
  const id = await anAppointment(db, practice, patient, thursdayTen);
  await signInAs(await doctorOf(db, practice));
  const agenda = await AgendaPage.open(page);
  await expect(agenda.visit(patient.name)).toBeVisible();

  await test.step("dragged an hour down, it waits for the word", async () => {
    await agenda.drag(patient.name, 4 * 26);
    await expect(agenda.dialog).toContainText("To Thu, Oct 29, 11:00 AM");
    await expectSound(page);
    await agenda.dialog.getByRole("button", { name: "Keep the old time" }).click();
    await expect(agenda.visit(patient.name)).toContainText("10:00 AM");
    await agenda.drag(patient.name, 4 * 26);
    await agenda.dialog.getByRole("button", { name: "Move now" }).click();
    await expect(agenda.said.first()).toContainText("Moved to Thu, Oct 29, 11:00 AM.");
    await expect(agenda.visit(patient.name)).toContainText("11:00 AM");
    const row = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(row.startsAt.toISOString()).toBe("2026-10-29T16:00:00.000Z");
  });

  await test.step("from its own page, with the keyboard", async () => {
    const visit = await VisitPage.open(page, id);
    const move = await awake(visit.button("Move…"));
    await move.focus();
    await page.keyboard.press("Enter");
    const day = visit.dialog.getByLabel("Day", { exact: true });
    await day.fill("2026-10-30");
    const time = visit.dialog.getByRole("button", { name: "9:30 AM" });
    await expect(time).toBeVisible();
    await expectSound(page);
    await time.focus();
    await page.keyboard.press("Enter");
    await expect(visit.dialog).toContainText("To Fri, Oct 30, 9:30 AM");
    const propose = visit.dialog.getByRole("button", { name: "Propose to the patient" });
    await propose.focus();
    await page.keyboard.press("Enter");
    await expect(visit.dialog).toBeHidden();
    await expect(visit.said.filter({ hasText: "Proposed: Fri, Oct 30, 9:30 AM." })).toBeFocused();
    await expect(visit.main).toContainText("You proposed Fri, Oct 30, 9:30 AM.");
    await expectSound(page);
  });
});

test("words written in two tabs: nothing is overwritten, and nothing typed is lost", async ({
  page,
  context,
  db,
  patient,
  practice,
  signInAs,
  watch,
}) => {
  watch.foresee(/status of 409/);
  const id = await anAppointment(db, practice, patient, todayTwo, { status: "in_progress" });
  await signInAs(await doctorOf(db, practice));
  const first = await VisitPage.open(page, id);
  const second = await VisitPage.open(await context.newPage(), id);
  await (await awake(first.notes)).fill("From the first tab.");
  await (await awake(second.notes)).fill("From the second tab.");
  const conflict = "Someone else has written here meanwhile.";
  const [loser, winner] = await whoIsTold();
  await expect(loser.notes).toHaveValue(
    loser === first ? "From the first tab." : "From the second tab.",
  );
  await expectSound(loser.page);
  await loser.button("Save mine instead").click();
  await expect(loser.main.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(winner.notes).toHaveValue(await loser.notes.inputValue());

  async function whoIsTold(): Promise<[VisitPage, VisitPage]> {
    const told = (visit: VisitPage) => visit.main.getByText(conflict);
    await Promise.race([told(first), told(second)].map((notice) => notice.waitFor()));
    return (await told(first).isVisible()) ? [first, second] : [second, first];
  }
});
