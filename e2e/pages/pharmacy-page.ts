import { expect, type Locator } from "@playwright/test";
import { Screen } from "./screen";

export class PharmacyPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/pharmacies\/[^/]+$/;

  static async open(page: Screen["page"], slug: string): Promise<PharmacyPage> {
    await page.goto(`/pharmacies/${slug}`);
    return new PharmacyPage(page).arrive();
  }

  /** The hours of a day of this week: "Wed, Oct 28". */
  hoursOn(day: string): Locator {
    return this.main.getByRole("row").filter({ hasText: day }).getByRole("cell");
  }

  readonly doubt = this.main.getByText(/^Somebody said on .* that these hours are wrong/);

  /** Two taps. */
  async report(what: string): Promise<void> {
    await this.main.getByText("Hours wrong?").click();
    await this.main.getByRole("button", { name: what }).click();
    await expect(this.main.getByRole("status")).toHaveText("Thank you. We will check these hours.");
  }
}
