import type { Page } from "@playwright/test";
import { ResetPasswordPage } from "./reset-password-page";
import { awake, Screen } from "./screen";
import { SignUpPage } from "./sign-up-page";

export class SignInPage extends Screen {
  readonly title = this.heading("Sign in");
  readonly email = this.main.getByRole("textbox", { name: "E-mail address" });
  readonly password = this.main.getByLabel("Password", { exact: true });
  readonly submit = this.main.getByRole("button", { name: "Sign in", exact: true });

  static async open(page: Page): Promise<SignInPage> {
    await page.goto("/sign-in");
    return new SignInPage(page).arrive();
  }

  /** Where it leads depends on where one came from. */
  async signIn(email: string, password: string): Promise<void> {
    await awake(this.email);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }

  async createAccount(): Promise<SignUpPage> {
    await this.main.getByRole("link", { name: "Create an account" }).click();
    return new SignUpPage(this.page).arrive();
  }

  async forgotPassword(): Promise<ResetPasswordPage> {
    await this.main.getByRole("link", { name: "I forgot my password" }).first().click();
    return new ResetPasswordPage(this.page).arrive();
  }
}
