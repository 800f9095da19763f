import { expect, type Locator } from "@playwright/test";

/** Whom a change would leave outside hours, and what becomes of each. */
export class Consequences {
  readonly heading: Locator;

  constructor(private readonly main: Locator) {
    this.heading = main.getByRole("heading", { level: 2, name: /would be outside your hours/ });
  }

  async arrive(): Promise<this> {
    await expect(this.heading).toBeFocused();
    return this;
  }

  one(patient: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: patient });
  }

  async decide(patient: string, choice: "Keep" | "Cancel" | "New time"): Promise<void> {
    await this.one(patient).getByRole("radio", { name: choice }).check();
  }

  async forAll(choice: "Keep" | "Cancel" | "New time"): Promise<void> {
    const all = this.main.getByRole("group", { name: "The same for all" });
    await all.getByRole("button", { name: choice }).click();
  }

  /** The times that can be proposed; one of them is chosen already. */
  times(patient: string): Locator {
    return this.one(patient)
      .getByRole("group", { name: /^Time to propose/ })
      .getByRole("radio");
  }

  get reason(): Locator {
    return this.main.getByLabel("What your patients are told");
  }

  get saveButton(): Locator {
    return this.main.getByRole("button", { name: /^Save/ });
  }
}
