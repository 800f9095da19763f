import { expect, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { AppointmentPage } from "./appointment-page";
import { refusalOf } from "./refusal";
import { awake, Screen } from "./screen";

export class CancelPage extends Screen {
  readonly title = this.heading("Cancel your appointment?");
  readonly reason = this.main.getByRole("textbox", { name: "Why do you cancel?" });
  readonly confirmButton = this.main.getByRole("button", { name: "Cancel the appointment" });
  readonly refusal = refusalOf(this.main);

  static async open(page: Page, id: string): Promise<CancelPage> {
    await page.goto(`/appointments/${id}/cancel`);
    return new CancelPage(page).arrive();
  }

  async confirm(reason: string): Promise<AppointmentPage> {
    await awake(this.reason);
    await this.reason.fill(reason);
    await this.confirmButton.click();
    return new AppointmentPage(this.page).arrive();
  }

  /** Sends what will be refused, and waits for the reason. */
  async confirmInVain(reason: string): Promise<this> {
    await awake(this.reason);
    await this.reason.fill(reason);
    await this.confirmButton.click();
    await expect(this.refusal).toBeVisible();
    await expectSound(this.page);
    return this;
  }
}
