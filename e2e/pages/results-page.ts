import type { Locator, Page } from "@playwright/test";
import { BookingPage } from "./booking-page";
import { DoctorPage } from "./doctor-page";
import { Screen } from "./screen";

export class ResultsPage extends Screen {
  readonly title = this.heading(/./);
  readonly count = this.main.getByText(/^(No doctor matches|\d+ doctors?)/);

  static async open(page: Page, query = ""): Promise<ResultsPage> {
    await page.goto(`/doctors${query}`);
    return new ResultsPage(page).arrive();
  }

  /** One doctor's result. */
  card(doctor: string): Locator {
    return this.main.getByRole("listitem").filter({
      has: this.page.getByRole("heading", { name: doctor, exact: true }),
    });
  }

  times(doctor: string): Locator {
    return this.card(doctor).getByRole("link", { name: /\d:\d\d [AP]M/ });
  }

  async openDoctor(doctor: string): Promise<DoctorPage> {
    await this.card(doctor).getByRole("heading").getByRole("link").click();
    return new DoctorPage(this.page).arrive();
  }

  async chooseFirstTime(doctor: string): Promise<BookingPage> {
    await this.times(doctor).first().click();
    return new BookingPage(this.page).arrive();
  }
}
