import { expect, type Page } from "@playwright/test";
import { awake, Screen } from "./screen";

export class AdminSettingsPage extends Screen {
  readonly title = this.heading("Settings");

  static async open(page: Page): Promise<AdminSettingsPage> {
    await page.goto("/admin/settings");
    return new AdminSettingsPage(page).arrive();
  }

  async askTwoPeopleFor(country: string): Promise<void> {
    const mode = this.main.getByRole("radio", {
      name: "Two people for licences of some countries",
    });
    await (await awake(mode)).check();
    const remove = this.main.getByRole("button", { name: `Remove ${country}` });
    if (!(await remove.isVisible()))
      await this.main.getByRole("combobox", { name: "Countries" }).selectOption({ label: country });
    await expect(remove).toBeVisible();
    await this.arrive();
    await this.main.getByRole("button", { name: "Save" }).click();
    await expect(this.main.getByText(/^Saved\./)).toBeVisible();
  }
}
