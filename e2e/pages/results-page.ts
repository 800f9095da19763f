import type { Locator, Page } from "@playwright/test";
import { expectSound } from "../watch";
import { BookingPage } from "./booking-page";
import { DoctorPage } from "./doctor-page";
import { Screen } from "./screen";

export class ResultsPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/doctors(\?[^/]*)?$/;
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

  /** Fills in some of the filters, which are folded away at first. */
  async narrow(filters: Record<string, string>): Promise<this> {
    const open = this.main.getByRole("link", { name: "Change search" });
    if (await open.isVisible()) await open.click();
    const more = this.main.getByText("More filters");
    const [first = ""] = Object.keys(filters);
    if (!(await this.main.getByLabel(first).isVisible())) await more.click();
    for (const [label, value] of Object.entries(filters))
      await this.main.getByLabel(label).fill(value);
    await expectSound(this.page);
    await this.main.getByRole("button", { name: "Show results" }).click();
    const wanted = Object.values(filters);
    await this.page.waitForURL(({ searchParams }) => {
      const set = [...searchParams.values()];
      return wanted.every((value) => set.includes(value));
    });
    return this.arrive();
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
