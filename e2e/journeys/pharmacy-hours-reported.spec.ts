import { createAdmin } from "@/testing/factories/admin";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { expect, test } from "../fixtures";
import { PharmacyPage } from "../pages/pharmacy-page";
import { ReportedHoursPage } from "../pages/reported-hours-page";
import { awake } from "../pages/screen";
import { ownName } from "../world";

/** Said so often that it stands at the top, whatever else is reported in this world. */
const often = 1_000_000;

test("somebody finds a pharmacy closed, says so in two taps, and its hours are corrected", async ({
  page,
  db,
  visitor,
}) => {
  const { id, name, slug } = await createPharmacy(db, { name: `${ownName()} Pharmacy` });
  const { userId } = await createPharmacyStaff(db, { pharmacyId: id });
  const owner = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const moderator = await createAdmin(db, { accessLevel: "moderator" });

  const publicPage = await PharmacyPage.open(page, slug);
  await expect(publicPage.hoursOn("Wed, Oct 28")).toHaveText("9:00 AM to 6:00 PM");
  await expect(publicPage.doubt).toHaveCount(0);
  await publicPage.report("It was closed");
  await publicPage.arrive();
  await page.reload();
  await expect(publicPage.doubt).toBeVisible();
  await db.pharmacyReport.updateMany({ where: { pharmacyId: id }, data: { times: often } });

  await test.step("a moderator sees what was said", async () => {
    const reported = await ReportedHoursPage.open(await visitor(moderator.user.email));
    await expect(reported.card(name)).toContainText("It was closed (1,000,000 times)");
    await expect(reported.card(name)).toContainText(/Friday.*09:00-18:00/);
  });

  await test.step("who runs it corrects the hours", async () => {
    const room = await visitor(owner.email);
    await room.goto("/pharmacy/hours");
    const box = room.getByRole("textbox", { name: "Wednesday, hours 1, to" });
    await (await awake(box)).fill("14:00");
    await room.getByRole("button", { name: "Save", exact: false }).click();
    await expect(room.getByRole("status").filter({ hasText: /saved/i })).toBeVisible();
  });

  await page.reload();
  await expect(publicPage.hoursOn("Wed, Oct 28")).toHaveText("9:00 AM to 2:00 PM");
  await expect(publicPage.main).toContainText("Confirmed by the pharmacy on Wednesday, October 28");
  await expect(publicPage.doubt).toHaveCount(0);
  const reports = await db.pharmacyReport.findMany({ where: { pharmacyId: id } });
  expect(reports).toMatchObject([{ status: "corrected", resolvedBy: userId }]);
});

test("hours that are right are said to be, and the doubt goes", async ({ page, db, visitor }) => {
  const { id, name, slug } = await createPharmacy(db, { name: `${ownName()} Pharmacy` });
  const moderator = await createAdmin(db, { accessLevel: "moderator" });
  await (await PharmacyPage.open(page, slug)).report("Other hours are posted");
  await db.pharmacyReport.updateMany({ where: { pharmacyId: id }, data: { times: often } });

  const reported = await ReportedHoursPage.open(await visitor(moderator.user.email));
  await reported.settle(name, "The hours are right");
  await expect(reported.card(name)).toHaveCount(0);
  await expect((await PharmacyPage.open(page, slug)).doubt).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("two taps are enough, too", async ({ page, db }) => {
    const { id, slug } = await createPharmacy(db);
    await (await PharmacyPage.open(page, slug)).report("It is gone for good");
    const reports = await db.pharmacyReport.findMany({ where: { pharmacyId: id } });
    expect(reports).toMatchObject([{ kind: "gone", times: 1 }]);
  });
});
