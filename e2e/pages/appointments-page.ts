import type { Locator, Page } from "@playwright/test";
import { AppointmentPage } from "./appointment-page";
import { Screen } from "./screen";

export class AppointmentsPage extends Screen {
  readonly title = this.heading("Your appointments");

  static async open(page: Page): Promise<AppointmentsPage> {
    await page.goto("/appointments");
    return new AppointmentsPage(page).arrive();
  }

  card(doctor: string): Locator {
    return this.main.getByRole("listitem").filter({
      has: this.page.getByRole("heading", { name: doctor }),
    });
  }

  async past(): Promise<AppointmentsPage> {
    const tab = this.main.getByRole("link", { name: "Past" });
    await tab.click();
    await this.page.waitForURL(/when=past/);
    return this.arrive();
  }

  async show(doctor: string): Promise<AppointmentPage> {
    await this.card(doctor).getByRole("link").click();
    return new AppointmentPage(this.page).arrive();
  }
}
