import { expect, test } from "../fixtures";
import { StartPage } from "../pages/start-page";
import { expectSound } from "../watch";

test.use({ serviceWorkers: "allow" });

test("without a connection a page says so, and goes on when it is back", async ({
  page,
  context,
  watch,
}) => {
  watch.foresee(/net::ERR_INTERNET_DISCONNECTED/);
  const start = await StartPage.open(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // The worker has the pages that are opened from now on.
  await page.reload();

  await context.setOffline(true);
  await page.goto("/doctors");
  await expect(page.getByRole("heading", { level: 1, name: /connection|offline/i })).toBeVisible();
  await expectSound(page);

  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("main")).toContainText(/\d+ doctors/);
  expect(start.page.url()).toContain("/doctors");
});
