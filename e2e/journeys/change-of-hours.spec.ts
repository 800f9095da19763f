import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { AppointmentsPage } from "../pages/appointments-page";
import { ChangeHoursPage } from "../pages/change-hours-page";
import { MessagesPage } from "../pages/messages-page";
import { anAppointment, aPatient, appointmentsWith, type Patient } from "../world";

const friday = "Friday, October 30, 2026";
const why = "From now on my Fridays begin at noon.";

test("hours change: of three affected patients one is kept, one cancelled, one accepts another time", async ({
  page,
  visitor,
  db,
  practice,
  signInAs,
}) => {
  const patients = await Promise.all([1, 2, 3].map(() => aPatient(db)));
  const [kept, cancelled, moved] = patients as [Patient, Patient, Patient];
  const at = (hour: number) => `2026-10-30T${hour}:00:00Z`;
  await anAppointment(db, practice, kept, at(14));
  const cancelledId = await anAppointment(db, practice, cancelled, at(15));
  const movedId = await anAppointment(db, practice, moved, at(16));
  await anAppointment(db, practice, await aPatient(db), at(19));
  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  await signInAs(doctor.email);

  const hours = await ChangeHoursPage.open(page, practice.associationId);
  const consequences = await hours.beginAt("Friday", "12:00");
  await expect(consequences.heading).toContainText("3 appointments");
  await consequences.forAll("Keep");
  await expect(consequences.saveButton).toHaveText("Save: 3 kept");
  await consequences.decide(cancelled.name, "Cancel");
  await consequences.decide(moved.name, "New time");
  await expect(consequences.times(moved.name)).toHaveCount(4);
  await expect(consequences.one(moved.name).getByRole("radio", { checked: true })).toHaveCount(2);
  await consequences.reason.fill(why);
  await expect(consequences.saveButton).toHaveText("Save: 1 kept, 1 time proposed, 1 cancelled");
  expect((await appointmentsWith(db, practice)).map(({ status }) => status)).toEqual(
    Array(4).fill("scheduled"),
  );
  await consequences.saveButton.click();
  await page.waitForURL(/done=hours/);

  const [first, second, third] = await appointmentsWith(db, practice);
  expect([first, second, third].map((one) => one?.status)).toEqual([
    "scheduled",
    "cancelled",
    "scheduled",
  ]);

  await test.step("the one who was cancelled reads why", async () => {
    const theirs = await AppointmentPage.open(await visitor(cancelled.email), cancelledId);
    await expect(theirs.main).toContainText(why);
  });

  await test.step("the old time stands until the patient takes the other with one tap", async () => {
    const theirs = await visitor(moved.email);
    const list = await AppointmentsPage.open(theirs);
    await expect(list.card(practice.doctor.name)).toContainText("New time proposed");
    const appointment = await list.show(practice.doctor.name);
    await expect(appointment.proposal).toContainText(why);
    await expect(appointment.proposal).toContainText("12:00 PM – 12:30 PM");
    expect((await db.appointment.findUniqueOrThrow({ where: { id: movedId } })).startsAt).toEqual(
      new Date(at(16)),
    );
    await appointment.proposal.getByRole("button", { name: "Take Fri, Oct 30, 12:00 PM" }).click();
    await expect(appointment.said).toContainText("Your appointment has moved");
    await expect(appointment.fact("When")).toContainText(`${friday}12:00 PM – 12:30 PM`);
    await expect(appointment.proposal).toHaveCount(0);
  });

  await test.step("and the doctor is told", async () => {
    const inbox = await MessagesPage.open(page);
    await expect(inbox.message("Appointment moved")).toContainText(`12:00 PM`);
    await expect(inbox.message("Appointment moved")).toContainText(moved.name);
  });
});

test("a proposed time that someone else took says what else is free; the old time can be kept", async ({
  page,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  watch.foresee(/status of 409/);
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await db.appointmentProposal.create({
    data: { appointmentId: id, startsAt: new Date("2026-10-30T16:00:00Z") },
  });
  await signInAs(patient.email);
  const appointment = await AppointmentPage.open(page, id);
  await anAppointment(db, practice, await aPatient(db), "2026-10-30T16:00:00Z");
  await appointment.proposal.getByRole("button", { name: /^Take/ }).click();
  await expect(appointment.proposal).toContainText("That time has just been taken.");
  await expect(appointment.proposal.getByRole("link", { name: "10:30 AM" })).toBeVisible();

  await appointment.proposal.getByRole("button", { name: "Keep my time" }).click();
  await expect(appointment.said).toContainText("You keep your time.");
  await expect(appointment.fact("When")).toContainText(`${friday}10:00 AM`);
  await expect(appointment.proposal).toHaveCount(0);
});
