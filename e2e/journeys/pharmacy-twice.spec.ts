import { createAdmin } from "@/testing/factories/admin";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { expect, test } from "../fixtures";
import { awake } from "../pages/screen";
import { ownName } from "../world";

test("two entries that may be one pharmacy are looked at by a person, and the address leads on", async ({
  page,
  db,
  signInAs,
  visitor,
}) => {
  const name = `${ownName()} Pharmacy`;
  // Far from all others, thirty metres from each other.
  const place = { latitude: -50 - Math.random() / 10, longitude: -30 };
  const kept = await createPharmacy(db, { name, ...place });
  const double = await createPharmacy(db, {
    name: `${name}.`,
    ...place,
    latitude: place.latitude + 0.00027,
  });
  await signInAs((await createAdmin(db, { accessLevel: "admin" })).user.email);
  await page.goto("/admin/pharmacies/duplicates");
  const pair = page.getByRole("listitem").filter({ has: page.getByText("30 m apart") });
  const own = pair.filter({ has: page.getByRole("heading", { name }) });
  await expect(own.getByRole("region", { name: /^Map: / })).toBeVisible();

  const sides = own.getByRole("link", { name: /^Pharmacy [AB]$/ });
  const first = await sides.first().getAttribute("href");
  const letter = first?.endsWith(double.id) ? "A" : "B";
  const off = own.getByRole("button", { name: `The same: switch ${letter} off` });
  await awake(off);
  await off.click();
  await own.getByRole("button", { name: "Switch it off" }).click();
  await expect(page.getByText(`${name}. is switched off.`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name })).toBeHidden();

  const anybody = await visitor(null);
  await anybody.goto(`/pharmacies/${double.slug}`);
  await expect(anybody).toHaveURL(`/pharmacies/${kept.slug}`);
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(name);
});
