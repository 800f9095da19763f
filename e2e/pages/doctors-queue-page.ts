import type { Locator, Page } from "@playwright/test";
import { DoctorCasePage } from "./doctor-case-page";
import { Screen } from "./screen";

/** The doctors whom administrators check. */
export class DoctorsQueuePage extends Screen {
  readonly title = this.heading("Doctors to check");

  static async open(page: Page, query = ""): Promise<DoctorsQueuePage> {
    await page.goto(`/admin/doctors${query}`);
    return new DoctorsQueuePage(page).arrive();
  }

  card(doctor: string): Locator {
    return this.main.getByRole("listitem").filter({
      has: this.page.getByRole("heading", { name: doctor }),
    });
  }

  async search(text: string): Promise<DoctorsQueuePage> {
    await this.main.getByLabel("Name or licence number").fill(text);
    await this.main.getByRole("button", { name: "Search" }).click();
    await this.page.waitForURL(({ searchParams }) => searchParams.get("q") === text);
    return this.arrive();
  }

  async openCase(doctor: string): Promise<DoctorCasePage> {
    await this.card(doctor).getByRole("link", { name: doctor }).click();
    return new DoctorCasePage(this.page, doctor).arrive();
  }
}
