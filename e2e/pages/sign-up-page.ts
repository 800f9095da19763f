import { awake, Screen } from "./screen";
import { VerifyEmailPage } from "./verify-email-page";

export class SignUpPage extends Screen {
  readonly title = this.heading("Create your account");
  readonly email = this.main.getByRole("textbox", { name: "E-mail address" });
  readonly password = this.main.getByLabel("Password", { exact: true });
  readonly submit = this.main.getByRole("button", { name: "Create account" });

  async signUp(email: string, password: string): Promise<VerifyEmailPage> {
    await awake(this.email);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
    return new VerifyEmailPage(this.page).arrive();
  }
}
