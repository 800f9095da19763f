import { sendNotices } from "@/features/licences/commands/send-notices";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { DoctorPage } from "../pages/doctor-page";
import { LicencePage } from "../pages/licence-page";
import { MessagesPage } from "../pages/messages-page";
import { PracticePage } from "../pages/practice-page";
import { awake } from "../pages/screen";
import { UnservedPage } from "../pages/unserved-page";
import { expectSound } from "../watch";
import { anAppointment, aPatient } from "../world";

const now = parseInstant("2026-10-28T16:00:00Z") ?? instantOf(0);
const pdf = {
  name: "New licence.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
};
const reason = "The practice cannot see you on that day. We are sorry.";

test("a renewal is missed: nobody books after the end, and what lies there is decided", async ({
  page,
  visitor,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  test.slow();
  const other = await aPatient(db);
  const id = await anAppointment(db, practice, patient, "2026-11-05T15:00:00Z");
  const kept = await anAppointment(db, practice, other, "2026-11-05T16:00:00Z");
  const { doctor } = practice;
  const ends = (day: string) =>
    db.doctor.update({ where: { id: doctor.id }, data: { licenseExpiresOn: new Date(day) } });
  await ends("2026-11-03");
  const { email } = await db.user.findUniqueOrThrow({ where: { id: doctor.userId } });

  await test.step("the doctor is asked for the renewal", async () => {
    // The running product looks every hour; the doctor of this story has just come.
    await sendNotices(db, now);
    await signInAs(email);
    const messages = await MessagesPage.open(page);
    await expect(messages.message("Your licence ends soon")).toContainText("November 3, 2026");
    const overview = await PracticePage.open(page);
    await overview.main.getByRole("link", { name: "Hand in the renewal" }).click();
    const licence = await new LicencePage(page).arrive();
    await expect(licence.main).toContainText("6 days left");
    await expect(licence.affected.getByRole("listitem")).toHaveCount(2);
  });

  await test.step("hands one in with a slip, puts it right, and takes it back", async () => {
    const licence = new LicencePage(page);
    await licence.addDocument(pdf);
    watch.foresee(/400 .*licences\.handIn/);
    await licence.until("2026-11-03");
    await expect(licence.renewal).toContainText("later than today and than the present one");
    await licence.until("2029-11-03");
    await expect(licence.renewal).toContainText(
      "until Saturday, November 3, 2029 is being checked",
    );
    await licence.arrive();
    await licence.takeBack();
    await expect(licence.history).toContainText("Taken back");
    await expect(licence.handIn).toBeVisible();
  });

  await test.step("a patient finds times on the last day, and none after it", async () => {
    const looking = await visitor((await aPatient(db)).email);
    const days = await DoctorPage.open(looking, doctor.slug);
    await expect(days.time("Tuesday, November 3, 2026", "10:00 AM")).toBeVisible();
    await days.laterDays();
    await expect(looking).toHaveURL(/from=/);
    await days.arrive();
    await expect(days.main.getByRole("link", { name: /\d:\d\d [AP]M/ })).toHaveCount(0);
  });

  await test.step("on the day after, they are no longer listed and close what was", async () => {
    await ends("2026-10-26");
    const looking = await visitor(null);
    expect((await looking.request.get(`/doctors/${doctor.slug}`)).status()).toBe(404);
    await sendNotices(db, now);
    const messages = await MessagesPage.open(page);
    await expect(messages.message("Your licence has ended")).toContainText("2 appointments ahead");
    await page.goto("/agenda");
    await expect(page.getByRole("main")).toContainText("Your licence has ended");
    await expect(page.getByRole("button", { name: "Walk-in" })).toHaveCount(0);
  });

  const admin = await UnservedPage.open(
    await visitor("moderator@demo.medico24.example"),
    `?doctor=${doctor.id}`,
  );
  await expect(admin.main).toContainText(`${doctor.name}, ${practice.clinic.name}`);
  await expect(admin.main).toContainText("After the licence ends");

  await test.step("somebody else was faster: nothing is decided, and the list shows it", async () => {
    watch.foresee(/409 .*licences\.decide/);
    await db.appointment.update({ where: { id: kept }, data: { delayMinutes: 5 } });
    const both = [patient.name, other.name];
    await admin.decide(both, /^Cancel 2/, reason, /^Cancel 2/);
    const dialog = admin.page.getByRole("dialog");
    await expect(dialog).toContainText("was changed since you opened the page");
    expect(await db.appointment.count({ where: { id, status: "cancelled" } })).toBe(0);
    await dialog.getByRole("button", { name: "Show how it stands now" }).click();
    await expect(dialog).toBeHidden();
  });

  await admin.decide([patient.name], /^Cancel 1/, reason, /^Cancel the/);
  await expect(admin.said).toContainText("1 appointment was cancelled");
  await expect(admin.said).toBeFocused();
  await expect(admin.of(patient.name)).toHaveCount(0);
  await admin.decide([other.name], /^Leave 1/, "A colleague sees this patient.", /^Leave it/);
  await expect(admin.said).toContainText("1 appointment stands");
  await expect(admin.main).toContainText("Nothing here waits for a decision");

  await test.step("the patient is told, with the reason at the appointment", async () => {
    const theirs = await visitor(patient.email);
    const messages = await MessagesPage.open(theirs);
    await expect(messages.message("Appointment cancelled")).toContainText(doctor.name);
    const cancelled = await AppointmentPage.open(theirs, id);
    await expect(cancelled.main).toContainText(reason);
    expect(await db.appointment.findUniqueOrThrow({ where: { id: kept } })).toMatchObject({
      status: "scheduled",
    });
  });
});

test("a suspension closes a practice at once, and its end opens it again", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const { doctor } = practice;
  await anAppointment(db, practice, patient, "2026-11-05T15:00:00Z");
  await signInAs("moderator@demo.medico24.example");
  await page.goto(`/admin/doctors/${doctor.id}`);
  const licence = page.getByRole("region", { name: "Licence", exact: true });
  const said = licence.getByRole("status");
  const decide = async (button: string, confirm: string) => {
    await (await awake(licence.getByRole("button", { name: button }))).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The board has asked for it.");
    await expectSound(page);
    await dialog.getByRole("button", { name: confirm }).click();
  };
  await decide("Suspend", "Suspend the doctor");
  await expect(said).toContainText("Suspended. The doctor and the patients ahead were told.");
  await expect(licence.getByRole("button", { name: "End the suspension" })).toBeFocused();
  await expect(licence).toContainText("The board has asked for it.");
  await expectSound(page);
  const someone = await visitor(null);
  expect((await someone.request.get(`/doctors/${doctor.slug}`)).status()).toBe(404);

  const { email } = await db.user.findUniqueOrThrow({ where: { id: doctor.userId } });
  const suspended = await LicencePage.open(await visitor(email));
  await expect(suspended.main).toContainText("Reason: The board has asked for it.");
  await suspended.page.goto("/agenda");
  await expect(suspended.main).toContainText("Your agenda is closed");

  const theirs = await visitor(patient.email);
  const messages = await MessagesPage.open(theirs);
  const lookedAt = messages.message("Your appointment is being looked at");
  await expect(lookedAt).toContainText("It stands until you hear from us");
  await expect(lookedAt).not.toContainText("board");

  await licence.getByRole("link", { name: "1 appointment waits for a decision" }).click();
  const unserved = await new UnservedPage(page).arrive();
  await expect(unserved.main).toContainText("Licence suspended");
  await page.goBack();
  await decide("End the suspension", "End the suspension");
  await expect(said).toContainText("The suspension has ended");
  expect((await someone.request.get(`/doctors/${doctor.slug}`)).status()).toBe(200);
  const again = await MessagesPage.open(theirs);
  await expect(again.message("Your appointment takes place")).toContainText("As planned");
});
