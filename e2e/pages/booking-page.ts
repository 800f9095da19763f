import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { AppointmentPage } from "./appointment-page";
import { factOf } from "./fact";
import { nearestOf, refusalOf } from "./refusal";
import { awake, Screen } from "./screen";

/** Steps two and three of booking: why, and confirm. */
export class BookingPage extends Screen {
  readonly title = this.heading("Book an appointment");
  readonly reason = this.main.getByRole("textbox", { name: "Reason for the visit" });
  readonly next = this.main.getByRole("button", { name: "Continue" });
  readonly confirmTitle = this.main.getByRole("heading", { name: "Is this right?" });
  readonly confirmButton = this.main.getByRole("button", { name: "Confirm booking" });
  readonly words = this.main.getByRole("region", { name: "What you wrote" });
  readonly refusal = refusalOf(this.main);
  readonly nearest = nearestOf(this.main);

  static async open(page: Page, associationId: string, startsAt: string): Promise<BookingPage> {
    await page.goto(`/book/${associationId}?at=${encodeURIComponent(startsAt)}`);
    return new BookingPage(page).arrive();
  }

  fact(term: string): Locator {
    return factOf(this.main, term);
  }

  async say(words: string): Promise<this> {
    await awake(this.reason);
    await this.reason.fill(words);
    await this.next.click();
    await expect(this.confirmTitle).toBeFocused();
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
