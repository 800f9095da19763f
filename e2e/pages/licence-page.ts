import { expect, type Page } from "@playwright/test";
import type { Chosen } from "./application-page";
import { awake, Screen } from "./screen";

/** A doctor's own licence: until when, and the renewal. */
export class LicencePage extends Screen {
  readonly title = this.heading("Your licence");
  readonly renewal = this.main.getByRole("region", { name: "Hand in a renewal" });
  readonly history = this.main.getByRole("region", { name: "Renewals" });
  readonly affected = this.main.getByRole("region", { name: "Appointments that come up" });
  readonly handIn = this.renewal.getByRole("button", { name: "Hand in the renewal" });

  static async open(page: Page): Promise<LicencePage> {
    await page.goto("/practice/licence");
    return new LicencePage(page).arrive();
  }

  async addDocument(file: Chosen): Promise<void> {
    const add = this.renewal.getByRole("button", { name: "Add a document" });
    await awake(add);
    const choosing = this.page.waitForEvent("filechooser");
    await add.click();
    await (await choosing).setFiles(file);
    await expect(this.renewal.getByLabel("The new licence")).toContainText(file.name);
  }

  async until(date: string): Promise<void> {
    await this.renewal.getByLabel("It holds until").fill(date);
    await this.handIn.click();
  }

  async takeBack(): Promise<void> {
    await this.renewal.getByRole("button", { name: "Take it back" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  }
}
