import type { Page } from "@playwright/test";
import { Screen } from "./screen";

export class PracticePage extends Screen {
  readonly title = this.heading("Your practice");

  static async open(page: Page): Promise<PracticePage> {
    await page.goto("/practice");
    return new PracticePage(page).arrive();
  }
}
