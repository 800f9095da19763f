import type { Page } from "@playwright/test";
import { Consequences } from "./consequences";
import { awake, Screen } from "./screen";

/** Weekly hours, as far as one changes when a day begins. */
export class ChangeHoursPage extends Screen {
  readonly title = this.heading("Weekly hours");

  static async open(page: Page, associationId: string): Promise<ChangeHoursPage> {
    await page.goto(`/practice/clinics/${associationId}/hours`);
    return new ChangeHoursPage(page).arrive();
  }

  async beginAt(day: string, time: string): Promise<Consequences> {
    const from = this.main.getByRole("textbox", { name: `${day}, hours 1, from` });
    await (await awake(from)).fill(time);
    await this.main.getByRole("button", { name: "Check and save" }).click();
    return new Consequences(this.main).arrive();
  }
}
