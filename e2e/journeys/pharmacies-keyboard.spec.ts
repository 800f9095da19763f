import { expect, type Locator, type Page, test } from "../fixtures";
import { PharmaciesPage } from "../pages/pharmacies-page";
import { awake } from "../pages/screen";
import { expectSound } from "../watch";
import { anOwnSea, aRowOfPharmacies } from "../world";

/** Follows Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator, mostSteps = 40): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press("Tab");
    const isThere = await target.evaluate((element) => element === document.activeElement);
    if (!isThere) continue;
    const ring = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(ring, "the focus is to be seen").not.toBe("none");
    return;
  }
  throw new Error(`${target} was not reached in ${mostSteps} steps.`);
}

test("with the keyboard alone: through the list, over to the map, and back", async ({
  page,
  db,
}) => {
  const { keyboard } = page;
  const sea = anOwnSea();
  const [one, two] = await aRowOfPharmacies(db, sea, [
    { openingHours: { rules: [{ windows: ["00:00-24:00"] }] } },
    { openingHours: null },
  ]);
  if (!one || !two) throw new Error("There are pharmacies.");
  const finder = await PharmaciesPage.open(page, `?near=${sea.near}&radius=2`);
  const pin = finder.pin(`1. ${one.name}, open`);
  await expect(pin).toBeVisible();
  await expect(finder.pin(`2. ${two.name}, hours unknown`)).toBeVisible();
  await awake(finder.nearMe);

  await test.step("what has the focus in the list is marked on the map", async () => {
    await tabTo(page, finder.link(one.name));
    await expect(pin).toHaveClass(/map-place-marked/);
    await tabTo(page, finder.link(two.name), 3);
    await expect(pin).not.toHaveClass(/map-place-marked/);
  });

  await test.step("a pin is a button: Enter leads to its item, Escape to the pin and to the list", async () => {
    await tabTo(page, finder.map, 10);
    await tabTo(page, pin, 3);
    await expectSound(page);
    await keyboard.press("Enter");
    await expect(finder.link(one.name)).toBeFocused();
    await expect(finder.item(one.name)).toHaveAttribute("aria-current", "true");
    await keyboard.press("Escape");
    await expect(pin).toBeFocused();
    await keyboard.press("Escape");
    await expect(finder.link(one.name)).toBeFocused();
  });

  await test.step("the arrows move the map, and another area can be searched", async () => {
    await tabTo(page, finder.map, 10);
    await expect(finder.searchHere).toBeHidden();
    for (let press = 0; press < 12; press++) await keyboard.press("ArrowRight");
    await expect(finder.searchHere).toBeVisible();
    await tabTo(page, finder.searchHere, 10);
    await keyboard.press("Enter");
    await expect(page).not.toHaveURL(new RegExp(`near=${sea.near}`));
    await expect(finder.searchHere).toBeHidden();
    await expect(finder.main).toContainText(/within \d/);
    await expectSound(page);
    await page.goBack();
    await expect(finder.link(one.name)).toBeVisible();
  });
});
