import { expect, type Locator, type Page } from "@playwright/test";
import { awake, Screen } from "./screen";

export class AccountPage extends Screen {
  readonly title = this.heading("Your account");

  static async open(page: Page): Promise<AccountPage> {
    await page.goto("/account");
    return new AccountPage(page).arrive();
  }

  section(title: string): Locator {
    return this.main.getByRole("region", { name: title });
  }

  /** Fills in some answers of one section, and saves it. */
  async save(title: string, answers: Record<string, string>): Promise<void> {
    const section = this.section(title);
    await awake(section.getByRole("button", { name: "Save" }));
    for (const [label, value] of Object.entries(answers))
      await section.getByLabel(label).fill(value);
    await section.getByRole("button", { name: "Save" }).click();
    await expect(section.getByText("Saved.")).toBeVisible();
  }
}
