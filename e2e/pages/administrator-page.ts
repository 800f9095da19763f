import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** An administrator's level and rights. */
export class AdministratorPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/admin\/administrators\/[0-9a-f-]+$/;
  readonly level = this.main.getByRole("combobox", { name: "Level" });

  static async open(page: Page, userId: string): Promise<AdministratorPage> {
    await page.goto(`/admin/administrators/${userId}`);
    return new AdministratorPage(page).arrive();
  }

  /** The line of a right: what is chosen, what holds now, and what will. */
  right(name: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: name });
  }

  async chooseLevel(level: string): Promise<void> {
    await (await awake(this.level)).selectOption(level);
  }

  async set(right: string, choice: string): Promise<void> {
    const select = this.main.getByRole("combobox", { name: `${right}: for this person` });
    await (await awake(select)).selectOption(choice);
  }

  async save(reason: string): Promise<void> {
    await this.main.getByRole("textbox", { name: "Reason" }).fill(reason);
    await expectSound(this.page);
    await this.main.getByRole("button", { name: "Save these rights" }).click();
  }

  async expectSaved(): Promise<void> {
    await expect(this.main.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  }
}
