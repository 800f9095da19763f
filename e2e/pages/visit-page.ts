import { expect, type Locator, type Page } from "@playwright/test";
import { awake, Screen } from "./screen";

/** One appointment, as its doctor works it. */
export class VisitPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/agenda\/[0-9a-f-]{36}$/;
  readonly said = this.main.getByRole("status").filter({ hasText: /\w/ });
  readonly notes = this.main.getByRole("textbox", { name: "Notes" });
  readonly prescription = this.main.getByRole("textbox", { name: "Prescription" });
  readonly dialog = this.page.getByRole("dialog");

  static async open(page: Page, id: string): Promise<VisitPage> {
    await page.goto(`/agenda/${id}`);
    return new VisitPage(page).arrive();
  }

  part(name: string): Locator {
    return this.main.getByRole("region", { name });
  }

  button(name: string): Locator {
    return this.main.getByRole("button", { name });
  }

  /** Takes a step, and waits for the word that it is taken, which has the focus then. */
  async take(step: string, said: string): Promise<this> {
    await (await awake(this.button(step))).click();
    const word = this.said.filter({ hasText: said });
    await expect(word).toBeVisible();
    await expect(word).toBeFocused();
    return this;
  }
}
