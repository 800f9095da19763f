import type { Page } from "@playwright/test";
import { PersonPage } from "./person-page";
import { Screen } from "./screen";

export class PeoplePage extends Screen {
  readonly title = this.heading("People");
  protected override readonly address = /\/admin\/people(\?|$)/;

  static async open(page: Page): Promise<PeoplePage> {
    await page.goto("/admin/people");
    return new PeoplePage(page).arrive();
  }

  async look(text: string): Promise<this> {
    const field = this.main.getByRole("searchbox", { name: "Name, e-mail address or phone" });
    await field.fill(text);
    await field.press("Enter");
    await this.page.waitForURL(/[?&]q=/);
    return this.arrive();
  }

  async person(name: string): Promise<PersonPage> {
    await this.main.getByRole("link", { name }).click();
    return new PersonPage(this.page).arrive();
  }
}
