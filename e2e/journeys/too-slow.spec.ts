import { expect, test } from "../fixtures";
import { BookingPage } from "../pages/booking-page";
import { aPatient, appointmentsWith } from "../world";

test("two want one time: who is late keeps the typed words and has another in one tap", async ({
  visitor,
  watch,
  db,
  practice,
}) => {
  watch.foresee(/status of 409/);
  const [early, late] = await Promise.all([aPatient(db), aPatient(db)]);
  const [winner, loser] = await Promise.all(
    [early, late].map(async ({ email }) =>
      BookingPage.open(await visitor(email), practice.associationId, "2026-10-30T15:00:00Z"),
    ),
  );
  if (!winner || !loser) throw new Error("Two are needed for a race.");
  await winner.say("A fever since Monday.");
  await loser.say("My ear has hurt for two days.");

  await winner.confirm();
  await loser.confirmInVain();
  await expect(loser.refusal).toContainText("That time has just been taken.");
  await expect(loser.words).toContainText("My ear has hurt for two days.");
  await expect(loser.nearest.getByRole("link")).toHaveText([
    "Fri, Oct 30 9:00 AM",
    "Fri, Oct 30 9:30 AM",
    "Fri, Oct 30 10:30 AM",
    "Fri, Oct 30 11:00 AM",
  ]);

  await loser.nearest.getByRole("link", { name: "10:30 AM" }).click();
  await expect(loser.fact("When")).toContainText("10:30 AM – 11:00 AM");
  await expect(loser.refusal).toBeHidden();
  await expect(loser.confirmTitle).toBeFocused();
  await expect(loser.words).toContainText("My ear has hurt for two days.");
  const booked = await loser.confirm();
  await expect(booked.fact("When")).toContainText("10:30 AM – 11:00 AM");

  const rows = await appointmentsWith(db, practice);
  expect(
    rows.map(({ patientId, startsAt, symptoms }) => [patientId, startsAt.toISOString(), symptoms]),
  ).toEqual([
    [early.id, "2026-10-30T15:00:00.000Z", "A fever since Monday."],
    [late.id, "2026-10-30T15:30:00.000Z", "My ear has hurt for two days."],
  ]);
});

test("who comes to a time that is gone already is told at once, with the nearest", async ({
  page,
  visitor,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const time = "2026-10-30T15:00:00Z";
  const first = await BookingPage.open(
    await visitor((await aPatient(db)).email),
    practice.associationId,
    time,
  );
  await (await first.say("A sprained ankle.")).confirm();

  await signInAs(patient.email);
  const late = await BookingPage.open(page, practice.associationId, time);
  await expect(late.main).toContainText("That time has just been taken.");
  await expect(late.reason).toHaveCount(0);
  await late.nearest.getByRole("link", { name: "10:30 AM" }).click();
  await (await late.say("A stiff neck.")).confirm();
});
