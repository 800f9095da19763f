import type { Locator } from "@playwright/test";
import { awake, Screen } from "./screen";

export class ReportedHoursPage extends Screen {
  readonly title = this.heading("Reported hours");

  static async open(page: Screen["page"]): Promise<ReportedHoursPage> {
    // Whoever reads this first has what was said last on the first page.
    await page.goto("/admin/pharmacies/reports?sort=most");
    return new ReportedHoursPage(page).arrive();
  }

  card(pharmacy: string): Locator {
    return this.main.getByRole("listitem").filter({
      has: this.page.getByRole("heading", { name: pharmacy, exact: true }),
    });
  }

  async settle(pharmacy: string, as: "The hours are right" | "It has been corrected") {
    await (await awake(this.card(pharmacy).getByRole("button", { name: as }))).click();
  }
}
