import type { Page } from "@playwright/test";
import { MailPage } from "./mail-page";
import { Screen } from "./screen";

/** Waiting for the message; and, at the same address, what its link leads to. */
export class VerifyEmailPage extends Screen {
  readonly title = this.heading("Confirm your address");
  readonly confirmed = this.main.getByText("Your address is confirmed");
  readonly goOn = this.main.getByRole("link", { name: "Go on" });

  static at(page: Page): Promise<VerifyEmailPage> {
    return new VerifyEmailPage(page).arrive();
  }

  async openMail(): Promise<MailPage> {
    await this.main.getByRole("link", { name: "In this demo, messages arrive here" }).click();
    return new MailPage(this.page).arrive();
  }
}
