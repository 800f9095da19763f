import type { Page } from "@playwright/test";
import { AppointmentPage } from "./appointment-page";
import { awake, Screen } from "./screen";

export class CancelPage extends Screen {
  readonly title = this.heading("Cancel your appointment?");
  readonly reason = this.main.getByRole("textbox", { name: "Why do you cancel?" });
  readonly confirmButton = this.main.getByRole("button", { name: "Cancel the appointment" });

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
}
