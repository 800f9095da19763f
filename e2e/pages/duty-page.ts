import { expect, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** A duty district as administrators keep it. */
export class DutyDistrictPage extends Screen {
  readonly title = this.heading(/./);
  readonly #one = this.main.getByRole("region", { name: "Enter one duty" });
  readonly #many = this.main.getByRole("region", { name: "Fill the rota" });
  readonly #enter = this.#one.getByRole("button", { name: "Enter this duty" });

  static async open(page: Page, districtId: string): Promise<DutyDistrictPage> {
    await page.goto(`/admin/duty/${districtId}`);
    return new DutyDistrictPage(page).arrive();
  }

  /** Whoever is chosen from the list, from the field's time to its time. */
  async enter(pharmacy: string, from: string, to: string): Promise<void> {
    await awake(this.#enter);
    await this.#one.getByLabel("Pharmacy", { exact: true }).pressSequentially(pharmacy);
    await this.#one.getByRole("option", { name: pharmacy }).click();
    await this.#one.getByLabel("From").fill(from);
    await this.#one.getByLabel("To", { exact: true }).fill(to);
    await this.#enter.click();
  }

  async entered(): Promise<void> {
    await expect(this.#one.getByText("Entered.")).toBeVisible();
    await expectSound(this.page);
  }

  async fill(pharmacies: string[], days: number, count: number): Promise<void> {
    for (const name of pharmacies) {
      await this.#many.getByLabel("Add a pharmacy").pressSequentially(name);
      await this.#many.getByRole("option", { name }).click();
    }
    await this.#many.getByLabel("Number of days").fill(String(days));
    await this.#many.getByRole("button", { name: "Show what this would enter" }).click();
    const write = this.#many.getByRole("button", { name: new RegExp(`^Enter ${count} dut`) });
    await expect(write).toBeVisible();
    await expectSound(this.page);
    await write.click();
    await expect(this.#many.getByText("The staff have been told.")).toBeVisible();
  }
}
