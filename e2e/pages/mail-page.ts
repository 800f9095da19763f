import { Screen } from "./screen";

/** The mailbox of a product that sends no mail. */
export class MailPage extends Screen {
  readonly title = this.heading("Messages in this demo");

  /** Opens the link in the newest message of this kind. */
  async open(message: "Confirm your e-mail address" | "Reset your password"): Promise<void> {
    const item = this.main.getByRole("listitem").filter({ hasText: message }).first();
    await item.getByRole("link", { name: "Open the link" }).click();
  }
}
