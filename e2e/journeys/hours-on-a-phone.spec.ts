import { createAssociation } from "@/testing/factories/association";
import { expect, test } from "../fixtures";
import { AssociationPage } from "../pages/clinics-page";
import { DoctorPage } from "../pages/doctor-page";
import { HoursPage } from "../pages/hours-page";
import { expectSound } from "../watch";
import { aClinic, aPractice } from "../world";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function emailOf(db: Parameters<typeof aPractice>[0], userId: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id: userId } })).email;
}

test.describe("on a phone", () => {
  test.use(phone);

  test("hours are drawn with a finger and typed, and patients see them", async ({
    page,
    db,
    signInAs,
    visitor,
  }) => {
    const practice = await aPractice(db, {
      association: { availableTimeSlots: { monday: ["09:00-12:00"] } },
    });
    await signInAs(await emailOf(db, practice.doctor.userId));
    const hours = await HoursPage.open(page, practice.associationId);
    await expect(hours.main).toContainText("Central Time (Chicago)");

    await test.step("a finger that rests draws; one that does not scrolls", async () => {
      await hours.drawByFinger({ day: 1, minute: 602 }, { day: 1, minute: 900 });
      await hours.expectHours("Tuesday", [["10:00", "15:00"]]);
    });

    await test.step("what is selected is resized by its handle", async () => {
      await hours.pullEndByFinger(60);
      await hours.expectHours("Tuesday", [["10:00", "16:00"]]);
    });

    await test.step("typing does the same, past midnight too", async () => {
      await hours.button("Add hours on Friday").tap();
      await hours.from("Friday").fill("2230");
      await hours.to("Friday").fill("1:00");
      await hours.to("Friday").blur();
      await hours.expectHours("Friday", [["22:30", "01:00"]]);
      await expect(hours.main).toContainText("ends on Saturday");
      await expect(hours.drawn("22:30").first()).toBeVisible();
      await expect(hours.main).toContainText("5 times: first 22:30, last 00:30");
    });

    await test.step("what overlaps is named at the field, and not saved", async () => {
      await hours.button("Add hours on Monday").tap();
      await hours.from("Monday", 2).fill("11");
      await hours.to("Monday", 2).fill("14:00");
      await hours.saveButton.tap();
      await expect(hours.main.getByRole("alert")).toContainText("overlap Monday, 09:00–12:00");
      await expectSound(page);
      await hours.from("Monday", 2).fill("13:00");
    });
    await hours.save();

    const someone = await visitor(null);
    const seen = await DoctorPage.open(someone, practice.doctor.slug, "?from=2026-11-02");
    await expect(seen.time("Tuesday, November 3, 2026", "10:00 AM")).toBeVisible();
    await expect(seen.time("Friday, November 6, 2026", "10:30 PM")).toBeVisible();
  });
});

test("another clinic's hours are seen behind, and a collision is named before saving", async ({
  page,
  db,
  signInAs,
}) => {
  const practice = await aPractice(db, { association: { availableTimeSlots: {} } });
  const other = await aClinic(db, { timezone: "America/Denver", name: "Mile High Practice" });
  await createAssociation(db, {
    doctorId: practice.doctor.id,
    clinicId: other.id,
    availableTimeSlots: { thursday: ["09:00-12:00"] },
  });
  await signInAs(await emailOf(db, practice.doctor.userId));
  const hours = await HoursPage.open(page, practice.associationId);
  await expect(hours.main).toContainText("Mile High Practice: Thu 10:00–13:00");

  await hours.dragByMouse({ day: 3, minute: 480 }, { day: 3, minute: 720 });
  await hours.expectHours("Thursday", [["08:00", "12:00"]]);
  await expect(hours.main).toContainText("At Mile High Practice you have hours then: Thursday");
  await hours.saveButton.click();
  await expect(hours.main.getByRole("alert")).toContainText("Mile High Practice");

  await test.step("moved out of the way, and copied to another day, it is saved", async () => {
    await hours.to("Thursday").fill("10:00");
    await hours.button("Copy Thursday").click();
    const dialog = page.getByRole("dialog", { name: "Copy Thursday to other days" });
    await dialog.getByLabel("Saturday").check();
    await dialog.getByRole("button", { name: "Copy" }).click();
    await hours.expectHours("Saturday", [["08:00", "10:00"]]);
    await hours.save();
  });
});

test("two tabs: the second is told, sees both, and decides", async ({ page, db, signInAs }) => {
  const practice = await aPractice(db, {
    association: { availableTimeSlots: { monday: ["09:00-12:00"] } },
  });
  await signInAs(await emailOf(db, practice.doctor.userId));
  const first = await HoursPage.open(page, practice.associationId);
  const second = await HoursPage.open(await page.context().newPage(), practice.associationId);
  await first.to("Monday").fill("13:00");
  await first.save();

  await second.from("Monday").fill("08:00");
  await second.saveButton.click();
  const row = second.main.getByRole("row", { name: /^Monday/ });
  await expect(row).toContainText("08:00–12:00");
  await expect(row).toContainText("09:00–13:00");
  await expectSound(second.page);
  await second.button("Save mine instead").click();
  await second.page.waitForURL(/done=hours/);
  const saved = await db.doctorClinic.findUniqueOrThrow({ where: { id: practice.associationId } });
  expect(saved.availableTimeSlots).toEqual({ monday: ["08:00-12:00"] });
});

test("what was typed and not saved is there again after going back", async ({
  page,
  db,
  signInAs,
}) => {
  const practice = await aPractice(db, {
    association: { availableTimeSlots: { monday: ["09:00-12:00"] } },
  });
  await signInAs(await emailOf(db, practice.doctor.userId));
  const clinic = await AssociationPage.open(page, practice.associationId);
  await clinic.hours();
  const hours = await new HoursPage(page).arrive();
  await hours.add("Tuesday", "08:00", "11:00");
  await page.goBack();
  await clinic.arrive();
  await clinic.hours();
  await hours.arrive();
  await expect(hours.main).toContainText("What you had not saved is here again.");
  await hours.expectHours("Tuesday", [["08:00", "11:00"]]);
  await expectSound(page);
  await hours.button("Start over from what is saved").click();
  await hours.expectHours("Tuesday", []);
});
