import { expect, test } from "../fixtures";
import { PharmaciesPage } from "../pages/pharmacies-page";
import { anOwnSea, aRowOfPharmacies } from "../world";

test("where there are no tiles the list is whole and the map still shows what lies where", async ({
  page,
  db,
  watch,
}) => {
  watch.foresee(/net::ERR_FAILED/);
  const asked: string[] = [];
  await page.route(/\/tiles\//, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const sea = anOwnSea();
  const [one] = await aRowOfPharmacies(db, sea, [{ phone: "+1 555 0100" }, {}, {}]);
  if (!one) throw new Error("There are pharmacies.");

  await test.step("outside the streets on board nothing is asked for, and the scale is there", async () => {
    const finder = await PharmaciesPage.open(page, `?near=${sea.near}&radius=2`);
    await expect(finder.items).toHaveCount(3);
    await expect(finder.items.first()).toContainText("200 m");
    await expect(finder.items.first()).toContainText("+1 555 0100");
    await expect(finder.pin(`1. ${one.name}`)).toBeVisible();
    await expect(finder.map.locator(".map-square").first()).toBeVisible();
    await expect(finder.map.locator(".leaflet-control-scale-line").first()).toHaveText(/m$/);
    expect(asked).toEqual([]);
  });

  await test.step("in the demo city without its streets the pins stand as they do with them", async () => {
    const finder = await PharmaciesPage.open(page, "?near=41.883,-87.628&radius=2");
    await expect(finder.pin(/^1\. /)).toBeVisible();
    await expect(finder.items.first()).toContainText(/\d m/);
    await finder.arrive();
  });
});
