import type { Page } from "@playwright/test";
import { Screen } from "./screen";
import { SignUpPage } from "./sign-up-page";

export class ForDoctorsPage extends Screen {
  readonly title = this.heading("Medico24 for doctors");

  static async open(page: Page): Promise<ForDoctorsPage> {
    await page.goto("/for-doctors");
    return new ForDoctorsPage(page).arrive();
  }

  async signUp(): Promise<SignUpPage> {
    await this.main.getByRole("link", { name: "Sign up as a doctor" }).click();
    return new SignUpPage(this.page).arrive();
  }
}
