import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { Screen } from "./screen";

export class InsightsPage extends Screen {
  readonly title = this.heading("Your practice in figures");

  static async open(page: Page, query = ""): Promise<InsightsPage> {
    await page.goto(`/practice/insights${query}`);
    return new InsightsPage(page).arrive();
  }

  /** A figure of all twelve weeks. */
  figure(term: string): Locator {
    const pair = this.main
      .locator("dl > div")
      .filter({ has: this.page.getByRole("term").filter({ hasText: term }) });
    return pair.getByRole("definition");
  }

  chart(title: string): Locator {
    return this.main.getByRole("img", { name: title });
  }

  /** Opens the table below a chart. */
  async table(title: string): Promise<Locator> {
    const figure = this.main
      .getByRole("figure")
      .filter({ has: this.page.getByRole("img", { name: title }) });
    await figure.getByText("The same as a table").click();
    const table = figure.getByRole("table", { name: title });
    await expect(table).toBeVisible();
    await expectSound(this.page);
    return table;
  }

  async only(clinic: string): Promise<this> {
    const filter = this.main.getByRole("navigation", { name: "Which clinic" });
    await filter.getByRole("link", { name: clinic }).click();
    await expect(filter.getByRole("link", { name: clinic })).toHaveAttribute(
      "aria-current",
      "true",
    );
    return this.arrive();
  }
}
