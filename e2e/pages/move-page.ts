import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { AppointmentPage } from "./appointment-page";
import { nearestOf, refusalOf } from "./refusal";
import { awake, Screen } from "./screen";

export class MovePage extends Screen {
  readonly title = this.heading("Move your appointment");
  readonly confirmButton = this.main.getByRole("button", { name: "Move to this time" });
  readonly refusal = refusalOf(this.main);
  readonly nearest = nearestOf(this.main);

  static async open(page: Page, id: string): Promise<MovePage> {
    await page.goto(`/appointments/${id}/move`);
    return new MovePage(page).arrive();
  }

  time(day: string, time: string): Locator {
    const times = this.main.getByRole("list", { name: day });
    return times.getByRole("link", { name: new RegExp(`^${time}`) });
  }

  async choose(day: string, time: string): Promise<this> {
    await this.time(day, time).click();
    await awake(this.confirmButton);
    await expectSound(this.page);
    return this;
  }

  async confirm(): Promise<AppointmentPage> {
    await this.confirmButton.click();
    return new AppointmentPage(this.page).arrive();
  }

  /** Confirms what will be refused, and waits for the reason. */
  async confirmInVain(): Promise<this> {
    await this.confirmButton.click();
    await expect(this.refusal).toBeVisible();
    await expectSound(this.page);
    return this;
  }
}
