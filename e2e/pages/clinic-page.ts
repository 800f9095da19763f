import type { Locator } from "@playwright/test";
import { Screen } from "./screen";

export class ClinicPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/clinics\/[^/]+$/;

  times(doctor: string): Locator {
    const card = this.main.getByRole("listitem").filter({
      has: this.page.getByRole("heading", { name: doctor, exact: true }),
    });
    return card.getByRole("link", { name: /\d:\d\d [AP]M/ });
  }
}
