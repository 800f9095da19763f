import { createAdmin } from "@/testing/factories/admin";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { expect, test } from "../fixtures";
import { AppointmentsPage } from "../pages/appointments-page";
import { PeoplePage } from "../pages/people-page";
import { PersonPage } from "../pages/person-page";
import { SignInPage } from "../pages/sign-in-page";
import { anAppointment, ownName } from "../world";

const admin = "admin@demo.medico24.example";

test("a doctor's account is switched off: what follows is said first, and counts at once", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const id = await anAppointment(db, practice, patient, "2026-11-05T16:00:00Z");
  const { email } = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  const doctor = await visitor(email);
  await doctor.goto("/agenda");
  await signInAs(admin);

  const list = await PeoplePage.open(page);
  const person = await (await list.look(email)).person(practice.doctor.name);
  await expect(person.section("Appointments")).toContainText(patient.name);
  await expect(person.main).not.toContainText("A cough");
  const question = await person.ask("Switch the account off");
  await expect(question).toContainText("Patients can no longer find or book them.");
  await expect(question).toContainText("1 appointment ahead comes up for a decision");
  await question.getByRole("button", { name: "Switch off", exact: true }).click();
  await expect(question.getByRole("link", { name: /Reason/ })).toBeVisible();
  await person.confirm("Asked for by the clinic.", "Switch off");
  await expect(person.main).toContainText("Asked for by the clinic.");
  await expect(person.main.getByRole("button", { name: "Switch the account on" })).toBeFocused();
  await expect(person.main).toContainText("1 appointment ahead has no doctor any more");
  await expect(person.main.getByRole("link", { name: "Decide about them" })).toBeVisible();

  await test.step("the doctor's next page says so, and nobody finds them", async () => {
    await doctor.goto("/agenda");
    await expect((await new SignInPage(doctor).arrive()).main).toContainText("switched off");
    const anyone = await visitor(null);
    const answer = await anyone.request.get(`/doctors/${practice.doctor.slug}`);
    expect(answer.status()).toBe(404);
    expect(await db.appointment.findUnique({ where: { id } })).toMatchObject({
      status: "scheduled",
    });
  });

  await person.ask("Switch the account on");
  await person.confirm("A mistake.", "Switch on");
  await expect(person.main).toContainText("Switched on");
  const back = await visitor(email);
  await back.goto("/messages");
  await expect(back.getByRole("main")).toContainText("Your account is switched on again");
});

test("a patient who has booked keeps their role; once free they come to work at a pharmacy", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const { name: pharmacy } = await createPharmacy(db, { name: `${ownName()} Pharmacy` });
  const id = await anAppointment(db, practice, patient, "2026-11-05T17:00:00Z");
  const own = await AppointmentsPage.open(await visitor(patient.email));
  await signInAs(admin);
  const person = await PersonPage.open(page, patient.userId);
  const refused = await person.changeRole();
  await expect(refused.main).toContainText("they have 1 appointment ahead as a patient");
  await expect(refused.submit).toHaveCount(0);

  await db.appointment.update({
    where: { id },
    data: { status: "cancelled", cancelledAt: new Date("2026-10-28T15:00:00Z") },
  });
  await PersonPage.open(page, patient.userId);
  const role = await person.changeRole();
  await expect(role.main).toContainText(
    "only those who may give rights make and unmake administrators",
  );
  await role.choose("Pharmacy staff");
  await expect(role.main).toContainText("They are signed out everywhere, at once.");
  await role.save("Starts on Monday.");
  await expect(role.main.getByRole("link", { name: "Pharmacy" })).toBeVisible();
  const field = role.main.getByRole("combobox", { name: "Pharmacy" });
  await field.pressSequentially(pharmacy.split(" ")[0] ?? "");
  await expect(role.page.getByRole("option", { name: pharmacy })).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await role.submit.click();
  await person.arrive();
  await expect(person.main).toContainText(pharmacy);

  await own.page.reload();
  await expect((await new SignInPage(own.page).arrive()).main).toContainText("session has ended");
});

test("appointments are found by who, with whom and when, and say nothing of why", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  await anAppointment(db, practice, patient, "2026-11-05T18:00:00Z");
  const { user } = await createAdmin(db);
  await signInAs(user.email);
  await page.goto("/admin/appointments");
  const main = page.getByRole("main");
  await main.getByRole("searchbox", { name: "Patient" }).fill(patient.name.split(" ")[1] ?? "");
  await main.getByLabel("From day").fill("2026-11-05");
  await main.getByLabel("To day").fill("2026-11-05");
  await main.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/patient=/);
  await expect(main.getByRole("listitem")).toHaveCount(1);
  await main.getByRole("link", { name: /November 5/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(patient.name);
  await expect(main).toContainText(practice.clinic.name);
  await expect(main).not.toContainText("A cough");
  await expect(main.getByRole("region", { name: "What became of it" })).toContainText("Booked");
});
