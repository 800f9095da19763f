import type { PrismaClient } from "@/generated/prisma/client";
import { expect, test } from "../fixtures";
import { AppointmentsPage } from "../pages/appointments-page";
import { CancelPage } from "../pages/cancel-page";
import { SignInPage } from "../pages/sign-in-page";
import { expectSound } from "../watch";
import { anAppointment, giveSignIn } from "../world";

/* All journeys ask from one address, so these use up what belongs to a person of their own. */

/** All that may be asked for under a key in the next hour is spent already. */
async function spendAll(db: PrismaClient, key: string): Promise<void> {
  const [{ expire } = { expire: 0n }] = await db.$queryRaw<{ expire: bigint }[]>`
    SELECT (extract(epoch FROM now() + interval '59 minutes') * 1000)::bigint AS expire`;
  await db.rateLimit.create({ data: { key, points: 1_000_000_000, expire } });
}

test("who has written too much keeps what was typed, reads on, and learns how long to wait", async ({
  page,
  watch,
  db,
  patient,
  practice,
  signInAs,
}) => {
  watch.foresee(/status of 429/);
  const id = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  await signInAs(patient.email);
  const cancel = await CancelPage.open(page, id);
  await spendAll(db, `account:${patient.userId}:writes`);

  await cancel.confirmInVain("The cough is gone.");
  await expect(cancel.refusal).toContainText(/Wait 59 minutes/);
  await expect(cancel.reason).toHaveValue("The cough is gone.");
  const kept = await db.appointment.findUniqueOrThrow({ where: { id } });
  expect(kept.status).toBe("scheduled");

  const upcoming = await AppointmentsPage.open(page);
  await expect(upcoming.card(practice.doctor.name)).toBeVisible();
});

test("who asks for too many pages meets a calm one that says what to do", async ({
  page,
  watch,
  db,
  patient,
  signInAs,
}) => {
  watch.foresee(/status of 429/);
  await signInAs(patient.email);
  await spendAll(db, `page:account:${patient.userId}`);
  const answer = await page.goto("/appointments");
  expect(answer?.status()).toBe(429);
  expect(Number(answer?.headers()["retry-after"])).toBeGreaterThan(3_000);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One moment, please");
  await expectSound(page);
  await page.getByRole("link", { name: "Try again" }).focus();
  await expect(page.getByRole("link", { name: "Try again" })).toBeFocused();
});

test("an account that was tried too often is told to wait, also with the right password", async ({
  page,
  watch,
  db,
  patient,
}) => {
  watch.foresee(/status of 429/);
  await giveSignIn(patient, "the right password");
  await spendAll(db, `sign-in:account:uid-${patient.userId}`);
  const signIn = await SignInPage.open(page);
  await signIn.signIn(patient.email, "the right password");
  await expect(signIn.main).toContainText("Wait a few minutes");
  await expect(signIn.email).toHaveValue(patient.email);
});

test("after wrong passwords the form waits, each time twice as long, and says so", async ({
  page,
  watch,
  patient,
}) => {
  watch.foresee(/status of 400/);
  await giveSignIn(patient, "the right password");
  await page.clock.install();
  const signIn = await SignInPage.open(page);
  const timer = signIn.main.getByRole("timer");
  const guess = async (password: string) => {
    await signIn.signIn(patient.email, password);
    await expect(signIn.main).toContainText("don’t go together");
  };
  await guess("a first guess");
  await expect(timer).toHaveCount(0);
  await guess("a second guess");
  await expect(timer).toContainText("2 seconds left");
  await expectSound(page);

  await signIn.signIn(patient.email, "a third guess, at once");
  await expect(signIn.main).toContainText("Wait 2 seconds");
  await page.clock.runFor(2_000);
  await expect(timer).toHaveCount(0);

  await guess("a third guess");
  await expect(timer).toContainText("4 seconds left");
  await page.clock.runFor(4_000);
  await signIn.signIn(patient.email, "the right password");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
});
