import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
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

  async signOutEverywhere(): Promise<void> {
    const name = "Sign out on all devices";
    await awake(this.main.getByRole("button", { name }));
    await this.main.getByRole("button", { name }).click();
    const dialog = this.page.getByRole("dialog", { name: "Sign out everywhere?" });
    await expect(dialog).toBeVisible();
    await expectSound(this.page);
    await dialog.getByRole("button", { name }).click();
  }
}
