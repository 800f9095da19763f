import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** The administrators' list of clinics. */
export class RegistryPage extends Screen {
  readonly title = this.heading("Clinics");

  static async open(page: Page): Promise<RegistryPage> {
    await page.goto("/admin/clinics");
    return new RegistryPage(page).arrive();
  }

  async proposed(): Promise<void> {
    await this.main.getByRole("link", { name: /^Proposed/ }).click();
    await this.page.waitForURL(/show=proposed/);
    await expectSound(this.page);
  }

  async find(text: string): Promise<void> {
    await this.main.getByLabel("Name or town").fill(text);
    await this.main.getByRole("button", { name: "Search" }).click();
    await this.page.waitForURL(/text=/);
  }

  async show(clinic: string): Promise<RegistryClinicPage> {
    await this.main.getByRole("link", { name: clinic, exact: true }).click();
    return new RegistryClinicPage(this.page).arrive();
  }
}

/** One clinic as its administrator keeps it. */
export class RegistryClinicPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/admin\/clinics\/[0-9a-f-]{36}(\?|$)/;
  readonly #save = this.main.getByRole("button", { name: "Save" });

  static async open(page: Page, clinicId: string): Promise<RegistryClinicPage> {
    await page.goto(`/admin/clinics/${clinicId}`);
    return new RegistryClinicPage(page).arrive();
  }

  field(label: string): Locator {
    return this.main.getByRole("textbox", { name: new RegExp(`^${label}( \\(|$)`) });
  }

  async write(answers: Record<string, string>): Promise<void> {
    await awake(this.#save);
    for (const [label, value] of Object.entries(answers)) await this.field(label).fill(value);
    await this.#save.click();
  }

  /** The same, where nothing is in the way. */
  async save(answers: Record<string, string>): Promise<void> {
    await this.write(answers);
    await expect(this.main.getByText("Saved.")).toBeVisible();
    await expectSound(this.page);
  }

  async decide(button: string, words?: string): Promise<void> {
    await awake(this.#save);
    await this.main.getByRole("button", { name: button }).click();
    if (words === undefined) return;
    const dialog = this.page.getByRole("dialog");
    await expectSound(this.page);
    await dialog.getByRole("textbox").fill(words);
    await dialog.getByRole("button", { name: button }).click();
  }

  async compareWith(clinic: string): Promise<MergePage> {
    await this.main.getByRole("link", { name: `Compare and merge: ${clinic}` }).click();
    return new MergePage(this.page).arrive();
  }
}

/** Two entries of one clinic beside each other. */
export class MergePage extends Screen {
  readonly title = this.heading("Merge two clinics");

  async take(fact: string, from: string): Promise<void> {
    const button = this.main.getByRole("button", { name: "Merge", exact: true });
    await awake(button);
    const group = this.main.getByRole("group", { name: fact, exact: true });
    await group.getByRole("radio", { name: from }).check();
  }

  async merge(): Promise<RegistryClinicPage> {
    await this.main.getByRole("button", { name: "Merge", exact: true }).click();
    await this.page.waitForURL(/done=merged/);
    return new RegistryClinicPage(this.page).arrive();
  }
}
