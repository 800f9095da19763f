import type { Locator, Page } from "@playwright/test";
import { Screen } from "./screen";

export class MessagesPage extends Screen {
  readonly title = this.heading("Messages");

  static async open(page: Page): Promise<MessagesPage> {
    await page.goto("/messages");
    return new MessagesPage(page).arrive();
  }

  message(title: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: title });
  }
}
