import { MailPage } from "./mail-page";
import { awake, Screen } from "./screen";

export class ResetPasswordPage extends Screen {
  readonly title = this.heading(/^(Reset your password|Choose a new password)$/);
  readonly email = this.main.getByRole("textbox", { name: "E-mail address" });
  readonly newPassword = this.main.getByLabel("New password");

  /** Asks for a link, and goes where it arrives. */
  async ask(email: string): Promise<MailPage> {
    await awake(this.email);
    await this.email.fill(email);
    await this.main.getByRole("button", { name: "Send me a link" }).click();
    await this.main.getByRole("link", { name: "In this demo, messages arrive here" }).click();
    return new MailPage(this.page).arrive();
  }

  async choose(password: string): Promise<void> {
    await this.newPassword.fill(password);
    await this.main.getByRole("button", { name: "Save and sign in" }).click();
  }
}
