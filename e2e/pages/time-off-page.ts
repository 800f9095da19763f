import type { Locator, Page } from "@playwright/test";
import { Consequences } from "./consequences";
import { awake, Screen } from "./screen";

type Exception = {
  kind: "Time off" | "Other hours" | "Extra hours";
  firstDate: string;
  lastDate?: string;
  hours?: [from: string, to: string];
  note?: string;
};

export class TimeOffPage extends Screen {
  readonly title = this.heading("Time off and special hours");
  readonly saved = this.main.getByRole("status").filter({ hasText: "Saved" });
  readonly holidays = this.main.getByRole("region", { name: "Public holidays" });

  static async open(page: Page): Promise<TimeOffPage> {
    await page.goto("/practice/time-off");
    return new TimeOffPage(page).arrive();
  }

  coming(text: string | RegExp): Locator {
    const section = this.main.getByRole("region", { name: "Coming up" });
    return section.getByRole("listitem").filter({ hasText: text });
  }

  async add(exception: Exception): Promise<Consequences> {
    const button = this.main.getByRole("button", { name: "Add time off or hours" });
    await (await awake(button)).click();
    await this.fill(exception);
    return this.consequences;
  }

  async fill({ kind, firstDate, lastDate = "", hours, note = "" }: Exception): Promise<void> {
    await this.main.getByLabel("What", { exact: true }).selectOption(kind);
    await this.main.getByLabel("First day").fill(firstDate);
    await this.main.getByLabel("Last day").fill(lastDate);
    if (hours) {
      await this.main.getByLabel("Hours 1, from").fill(hours[0]);
      await this.main.getByLabel("To", { exact: true }).fill(hours[1]);
    }
    await this.main.getByLabel("Note for yourself").fill(note);
    await this.main.getByRole("button", { name: "Continue" }).click();
  }

  get consequences(): Consequences {
    return new Consequences(this.main);
  }

  async remove(text: string): Promise<void> {
    await this.coming(text)
      .getByRole("button", { name: /^Remove/ })
      .click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) await this.holidays.getByRole("checkbox", { name }).first().check();
  }
}
