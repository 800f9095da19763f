import type { Page } from "@playwright/test";
import { awake, Screen } from "./screen";

export class OnboardingPage extends Screen {
  readonly title = this.heading("A few details about you");
  readonly save = this.main.getByRole("button", { name: "Save and go on" });

  static at(page: Page): Promise<OnboardingPage> {
    return new OnboardingPage(page).arrive();
  }

  async introduce(person: { givenName: string; familyName: string; born: string; phone: string }) {
    const { main } = this;
    await awake(main.getByLabel("Given name"));
    await main.getByLabel("Given name").fill(person.givenName);
    await main.getByLabel("Family name").fill(person.familyName);
    await main.getByLabel("Date of birth").fill(person.born);
    await main.getByLabel("Mobile phone").fill(person.phone);
    await this.save.click();
  }
}
