import type { Locator, Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** Appointments ahead that somebody has to decide about. */
export class UnservedPage extends Screen {
  readonly title = this.heading("Appointments to decide");
  readonly said = this.main.getByRole("status");

  static async open(page: Page, query = ""): Promise<UnservedPage> {
    await page.goto(`/admin/unserved${query}`);
    return new UnservedPage(page).arrive();
  }

  of(patient: string): Locator {
    return this.main.getByRole("checkbox", { name: patient });
  }

  async decide(patients: string[], button: RegExp, reason: string, confirm: RegExp) {
    for (const patient of patients) await (await awake(this.of(patient))).check();
    await this.main.getByRole("button", { name: button }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await expectSound(this.page);
    await dialog.getByRole("button", { name: confirm }).click();
  }
}
