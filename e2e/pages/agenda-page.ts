import type { Page } from "@playwright/test";
import { Screen } from "./screen";

export class AgendaPage extends Screen {
  readonly title = this.heading("Your agenda");

  static async open(page: Page): Promise<AgendaPage> {
    await page.goto("/agenda");
    return new AgendaPage(page).arrive();
  }
}
