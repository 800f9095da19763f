import { randomInt } from "node:crypto";
import { createAdmin } from "@/testing/factories/admin";
import { createDistrict } from "@/testing/factories/duty";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { expect, test } from "../fixtures";
import { DutyDistrictPage } from "../pages/duty-page";
import { expectSound } from "../watch";
import { ownName } from "../world";

test("an administrator fills the rota, a gap is seen, and the public reads who is on duty", async ({
  page,
  db,
  signInAs,
  visitor,
  watch,
}) => {
  watch.foresee(/status of 409 .*duty\.addShift/);
  const name = ownName();
  // Where nobody else's district or pharmacy is.
  const place = { latitude: 45 + randomInt(1e6) / 1e6, longitude: -90 };
  const one = `${name} Alpha`;
  const other = `${name} Beta`;
  const [district] = await Promise.all([
    createDistrict(db, { name, slug: name.toLowerCase(), ...place }),
    createPharmacy(db, { name: one, phone: "+1 312 555 0101", ...place }),
    createPharmacy(db, { name: other, ...place }),
  ]);
  await signInAs((await createAdmin(db, { accessLevel: "admin" })).user.email);
  const kept = await DutyDistrictPage.open(page, district.id);
  await expect(kept.main).toContainText("Nobody, Thu, Oct 29, 8:00 PM to Fri, Oct 30, 8:00 AM");

  await kept.enter(one, "2026-10-28T20:00", "2026-10-29T08:00");
  await kept.entered();

  await test.step("nobody is on duty twice at once", async () => {
    await kept.enter(one, "2026-10-29T07:00", "2026-10-29T09:00");
    await expect(kept.main.getByText(/already on duty at some of that time/)).toBeVisible();
  });

  await kept.fill([one, other], 3, 2);
  await expect(kept.main).toContainText("Nobody, Sat, Oct 31, 8:00 PM to Mon, Nov 2, 8:00 AM");

  const someone = await visitor(null);
  await someone.goto(`/pharmacies/duty/${district.slug}`);
  const rota = someone.getByRole("main");
  await expect(rota).toContainText("Wed, Oct 28, 8:00 PM to Thu, Oct 29, 8:00 AM");
  await expect(rota.getByRole("link", { name: one }).first()).toBeVisible();
  await expect(rota.getByRole("link", { name: "+1 312 555 0101" }).first()).toBeVisible();
  await expect(rota).toContainText("Nobody is entered for this time");
  await expectSound(someone);
  await someone.goto(`/pharmacies/duty?near=${place.latitude},${place.longitude}`);
  await expect(someone.getByRole("heading", { level: 2 }).first()).toHaveText(name);
});
