import { expect, test } from "../fixtures";
import { PharmaciesPage } from "../pages/pharmacies-page";
import { awake } from "../pages/screen";
import { anOwnSea, aRowOfPharmacies } from "../world";

const sea = anOwnSea();

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ["geolocation"],
  geolocation: { latitude: sea.latitude + 0.0001234, longitude: sea.longitude },
});

const always = { rules: [{ windows: ["00:00-24:00"] }] };
const never = { rules: [{ windows: [] }] };

test("on a phone: what is open around me, page by page, and the same on the map", async ({
  page,
  db,
}) => {
  const rows = Array.from({ length: 24 }, (_, index) => ({
    openingHours: index === 0 ? never : always,
    isVerified: index > 1,
  }));
  const [closed, first] = await aRowOfPharmacies(db, sea, rows);
  if (!closed || !first) throw new Error("There are pharmacies.");
  const finder = await PharmaciesPage.open(page);

  await test.step("the position is asked for on a tap, and leaves rounded", async () => {
    await (await awake(finder.nearMe)).tap();
    await page.waitForURL(/near=/);
    expect(new URL(page.url()).searchParams.get("near")).toBe(sea.near);
    await expect(finder.count).toHaveText(/^24 pharmacies within 10 km, nearest first/);
    await expect(finder.items.first()).toContainText(closed.name);
    await expect(finder.items.first()).toContainText("Closed");
    await finder.arrive();
  });

  await test.step("open now leaves the closed one out, and can be shared", async () => {
    await finder.switch("Open now");
    await expect(finder.count).toHaveText(/^23 pharmacies/);
    await expect(finder.items.first()).toContainText(first.name);
    await expect(finder.items.first()).toContainText("Open day and night");
    expect(page.url()).toContain("open=now");
  });

  await test.step("the next page, and back", async () => {
    await expect(finder.items).toHaveCount(20);
    await finder.next.tap();
    await expect(finder.items).toHaveCount(3);
    await finder.arrive();
    await page.goBack();
    await expect(finder.items).toHaveCount(20);
    await expect(finder.items.first()).toContainText(first.name);
  });

  await test.step("the map comes only when it is asked for, and a pin leads to its item", async () => {
    await expect(finder.map).toBeHidden();
    await finder.showMap.tap();
    await expect(finder.pin(`1. ${first.name}, open`)).toBeVisible();
    await finder.arrive();
    await finder.pin(`1. ${first.name}, open`).dispatchEvent("click");
    await expect(finder.link(first.name)).toBeFocused();
  });

  await test.step("a filter that fits nobody says what to drop", async () => {
    await finder.switch("Deliver to this place");
    await expect(finder.main).toContainText("No pharmacy like this within 10 km");
    await finder.arrive();
    await finder.main.getByRole("link", { name: "Without “Deliver to this place”" }).tap();
    await expect(finder.count).toHaveText(/^23 pharmacies/);
  });
});
