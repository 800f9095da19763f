import type { Locator, Page } from "@playwright/test";
import { expectSound } from "../watch";
import { AppointmentPage } from "./appointment-page";
import { awake, Screen } from "./screen";

export class MovePage extends Screen {
  readonly title = this.heading("Move your appointment");
  readonly confirmButton = this.main.getByRole("button", { name: "Move to this time" });

  static async open(page: Page, id: string): Promise<MovePage> {
    await page.goto(`/appointments/${id}/move`);
    return new MovePage(page).arrive();
  }

  time(day: string, time: string): Locator {
    return this.main.getByRole("list", { name: day }).getByRole("link", { name: time });
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
}
