import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { Screen } from "./screen";

/** How the platform does, for administrators. */
export class FiguresPage extends Screen {
  readonly title = this.heading("Figures");

  static async open(page: Page): Promise<FiguresPage> {
    await page.goto("/admin/figures");
    return new FiguresPage(page).arrive();
  }

  async show(days: "7 days" | "30 days"): Promise<this> {
    const periods = this.main.getByRole("navigation", { name: "How many days" });
    await periods.getByRole("link", { name: days }).click();
    await expect(periods.getByRole("link", { name: days })).toHaveAttribute("aria-current", "true");
    return this.arrive();
  }

  /** A figure of all days, with its trend. */
  figure(term: string): Locator {
    return this.main
      .locator("dl > div")
      .filter({ has: this.page.getByRole("term").filter({ hasText: term }) });
  }

  chart(title: string): Locator {
    return this.main.getByRole("img", { name: title });
  }

  /** The table below a chart, opened with the keyboard; it stays open where the days change. */
  async table(title: string): Promise<Locator> {
    const figure = this.main
      .getByRole("figure")
      .filter({ has: this.page.getByRole("img", { name: title }) });
    if ((await figure.locator("details[open]").count()) === 0) {
      await figure.getByText("The same as a table").focus();
      await this.page.keyboard.press("Enter");
    }
    const table = figure.getByRole("table", { name: title });
    await expect(table).toBeVisible();
    await expectSound(this.page);
    return table;
  }

  /** What the file beside a chart holds, line by line. */
  async csv(title: string): Promise<string[]> {
    const link = this.main.getByRole("link", { name: `Download as CSV: ${title}` });
    const [download] = await Promise.all([this.page.waitForEvent("download"), link.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
  }
}
