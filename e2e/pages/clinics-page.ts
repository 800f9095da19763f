import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** A doctor's clinics, and the way to another one. */
export class ClinicsPage extends Screen {
  readonly title = this.heading("Your clinics");

  static async open(page: Page): Promise<ClinicsPage> {
    await page.goto("/practice/clinics");
    return new ClinicsPage(page).arrive();
  }

  card(clinic: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: clinic });
  }

  async add(): Promise<FindClinicPage> {
    await this.main.getByRole("link", { name: "Add a clinic" }).click();
    return new FindClinicPage(this.page).arrive();
  }
}

export class FindClinicPage extends Screen {
  readonly title = this.heading("Add a clinic");

  async find(text: string): Promise<void> {
    await this.main.getByLabel("Name, street or town of the clinic").fill(text);
    await this.main.getByRole("button", { name: "Search" }).click();
    await expect(this.main.getByText(/clinics? found$/)).toBeVisible();
    await expectSound(this.page);
  }

  async join(clinic: string): Promise<JoinPage> {
    await this.main.getByRole("link", { name: `Join ${clinic}` }).click();
    return new JoinPage(this.page).arrive();
  }

  async propose(): Promise<ProposePage> {
    await this.main.getByRole("link", { name: "Propose a new clinic" }).click();
    return new ProposePage(this.page).arrive();
  }
}

export class JoinPage extends Screen {
  readonly title = this.heading(/^Join /);
  readonly #button = this.main.getByRole("button", { name: "Join this clinic" });

  async join(answers: Record<string, string>): Promise<AssociationPage> {
    await awake(this.#button);
    for (const [label, value] of Object.entries(answers))
      await this.main.getByLabel(label).fill(value);
    await this.#button.click();
    await this.page.waitForURL(/done=joined/);
    return new AssociationPage(this.page).arrive();
  }
}

export class ProposePage extends Screen {
  readonly title = this.heading("Propose a clinic");
  readonly button = this.main.getByRole("button", { name: "Propose this clinic" });

  async write(clinic: { name: string; address: string; town: RegExp; typed: string }) {
    await awake(this.button);
    await this.main.getByLabel("Name of the clinic").fill(clinic.name);
    await this.main.getByLabel("Street and number").fill(clinic.address);
    await this.main.getByRole("combobox", { name: "Town" }).fill(clinic.typed);
    await this.main.getByRole("option", { name: clinic.town }).click();
  }
}

export class AssociationPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/practice\/clinics\/[0-9a-f-]{36}/;

  static async open(page: Page, associationId: string): Promise<AssociationPage> {
    await page.goto(`/practice/clinics/${associationId}`);
    return new AssociationPage(page).arrive();
  }

  async hours(): Promise<void> {
    await this.main.getByRole("link", { name: "Edit hours" }).click();
    await this.page.waitForURL(/\/hours$/);
  }
}
