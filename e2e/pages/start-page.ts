import type { Page } from "@playwright/test";
import { ResultsPage } from "./results-page";
import { Screen } from "./screen";

export class StartPage extends Screen {
  readonly title = this.heading(/find a doctor/i);
  readonly what = this.main.getByLabel(/^Speciality, doctor/);
  readonly where = this.main.getByLabel("Place", { exact: true });
  readonly find = this.main.getByRole("button", { name: "Find free times" });

  static async open(page: Page): Promise<StartPage> {
    await page.goto("/");
    return new StartPage(page).arrive();
  }

  async search({ what, where }: { what?: string; where?: string }): Promise<ResultsPage> {
    if (what) await this.what.fill(what);
    if (where) {
      await this.where.fill(where);
      // Suggestions may come over the button at any moment.
      await this.where.press("Escape");
    }
    await this.find.click();
    return new ResultsPage(this.page).arrive();
  }
}
