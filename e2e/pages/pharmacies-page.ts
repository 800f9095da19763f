import { expect, type Locator, type Page } from "@playwright/test";
import { Screen } from "./screen";

/** The search for pharmacies: a list, and a map that says the same. */
export class PharmaciesPage extends Screen {
  readonly title = this.heading(/^Pharmacies/);
  protected override readonly address = /\/pharmacies(\?[^/]*)?$/;
  readonly count = this.main.getByText(/^(No pharmacy matches|\d+ pharmac(y|ies)) within/);
  readonly items = this.main.getByRole("list").locator("li[id^=pharmacy-]");
  readonly nearMe = this.main.getByRole("button", { name: "Near me" });
  readonly next = this.main.getByRole("link", { name: "More pharmacies" });
  readonly showMap = this.main.getByRole("button", { name: "Show the map" });
  /** The map's own stop of the keyboard. */
  readonly map = this.main.getByRole("application", { name: "Map of pharmacies" });
  readonly searchHere = this.main.getByRole("button", { name: "Search this area" });

  static async open(page: Page, query = ""): Promise<PharmaciesPage> {
    await page.goto(`/pharmacies${query}`);
    return new PharmaciesPage(page).arrive();
  }

  /** One pharmacy's item in the list. */
  item(name: string): Locator {
    return this.items.filter({ has: this.page.getByRole("heading", { name, exact: false }) });
  }

  link(name: string): Locator {
    return this.items.getByRole("link", { name, exact: true });
  }

  /** One pharmacy's button on the map. */
  pin(name: string | RegExp): Locator {
    return this.map.getByRole("button", { name });
  }

  /** Taps a filter above the list, and waits for its answer. */
  async switch(name: string): Promise<void> {
    const chip = this.main.getByRole("link", { name, exact: true });
    const wasOn = (await chip.getAttribute("aria-current")) === "true";
    await chip.click();
    if (wasOn) await expect(chip).not.toHaveAttribute("aria-current");
    else await expect(chip).toHaveAttribute("aria-current", "true");
  }
}
