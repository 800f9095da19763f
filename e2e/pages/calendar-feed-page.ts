import { expect, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

export class CalendarFeedPage extends Screen {
  readonly title = this.heading("Your calendar elsewhere");
  readonly newAddress = this.main.getByRole("textbox", { name: "Address" });

  static async open(page: Page): Promise<CalendarFeedPage> {
    await page.goto("/practice/calendar-feed");
    return new CalendarFeedPage(page).arrive();
  }

  /** Makes the first address, and gives it as it is shown this once. */
  async make(): Promise<string> {
    await (await awake(this.button("Make an address"))).click();
    return this.shownAddress();
  }

  async renew(): Promise<string> {
    const before = (await this.newAddress.count()) ? await this.newAddress.inputValue() : "";
    await this.confirm("Make a new address");
    await expect(this.newAddress).not.toHaveValue(before);
    return this.shownAddress();
  }

  async revoke(): Promise<void> {
    await this.confirm("Switch it off");
    await expect(this.main.locator(":focus")).toContainText("The address is switched off.");
    await expectSound(this.page);
  }

  private async confirm(deed: string): Promise<void> {
    const button = await awake(this.button(deed));
    const dialog = this.page.getByRole("dialog");
    await button.click();
    await expectSound(this.page);
    await this.page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    await button.press("Enter");
    await dialog.getByRole("button", { name: deed }).click();
    await expect(dialog).toBeHidden();
  }

  private async shownAddress(): Promise<string> {
    await expect(this.newAddress).toBeFocused();
    await expectSound(this.page);
    return this.newAddress.inputValue();
  }

  private button(name: string) {
    return this.main.getByRole("button", { name });
  }
}
