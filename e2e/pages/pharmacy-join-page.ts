import type { Page } from "@playwright/test";
import { awake, Screen } from "./screen";
import { SignUpPage } from "./sign-up-page";

/** Where somebody asks for the pharmacy that they run. */
export class PharmacyJoinPage extends Screen {
  readonly title = this.heading(/Medico24 for pharmacies|Which pharmacy is yours/);
  readonly waiting = this.main.getByText("We are checking your request");

  static async open(page: Page): Promise<PharmacyJoinPage> {
    await page.goto("/pharmacy/join");
    return new PharmacyJoinPage(page).arrive();
  }

  static at(page: Page): Promise<PharmacyJoinPage> {
    return new PharmacyJoinPage(page).arrive();
  }

  async signUp(): Promise<SignUpPage> {
    await this.main.getByRole("link", { name: "Sign up" }).click();
    return new SignUpPage(this.page).arrive();
  }

  /** Finds a pharmacy by its name, and asks to own it. */
  async claim(pharmacy: string, familyName: string): Promise<void> {
    const { main } = this;
    await main.getByLabel("Name or town").fill(pharmacy);
    await main.getByRole("button", { name: "Search" }).click();
    await main.getByRole("link", { name: `Choose ${pharmacy}` }).click();
    await awake(main.getByLabel("First name"));
    await main.getByLabel("First name").fill("Ada");
    await main.getByLabel("Last name").fill(familyName);
    await main.getByLabel("What you are there").selectOption("Owner");
    await main.getByRole("button", { name: "Send request" }).click();
  }
}
