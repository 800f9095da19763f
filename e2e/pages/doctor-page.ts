import type { Locator, Page } from "@playwright/test";
import { BookingPage } from "./booking-page";
import { Screen } from "./screen";
import { SignInPage } from "./sign-in-page";

export class DoctorPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/doctors\/[^/]+$/;

  static async open(page: Page, slug: string, query = ""): Promise<DoctorPage> {
    await page.goto(`/doctors/${slug}${query}`);
    return new DoctorPage(page).arrive();
  }

  /** A free time as it is named: its day in full, and the clock of the clinic. */
  time(day: string, time: string): Locator {
    return this.day(day).getByRole("link", { name: new RegExp(`^${time}`) });
  }

  /** The times of a day; those of its end are folded away. */
  day(day: string): Locator {
    return this.main.getByRole("list", { name: day });
  }

  async laterDays(): Promise<this> {
    const days = this.main.getByRole("navigation", { name: "Days shown" });
    await days.getByRole("link", { name: /^Later/ }).click();
    return this;
  }

  async choose(day: string, time: string): Promise<BookingPage> {
    await this.time(day, time).click();
    return new BookingPage(this.page).arrive();
  }

  /** The same for someone who is not signed in yet, and so is asked to. */
  async chooseSignedOut(day: string, time: string): Promise<SignInPage> {
    await this.time(day, time).click();
    return new SignInPage(this.page).arrive();
  }
}
