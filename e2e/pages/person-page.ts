import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** Somebody's account, as administrators see it. */
export class PersonPage extends Screen {
  readonly title = this.heading(/./);
  protected override readonly address = /\/admin\/people\/[0-9a-f-]+$/;
  readonly dialog = this.page.getByRole("dialog");

  static async open(page: Page, userId: string): Promise<PersonPage> {
    await page.goto(`/admin/people/${userId}`);
    return new PersonPage(page).arrive();
  }

  section(name: string): Locator {
    return this.main.getByRole("region", { name });
  }

  /** Opens the question; what follows stands in it. */
  async ask(button: string): Promise<Locator> {
    await (await awake(this.main.getByRole("button", { name: button }))).click();
    await expectSound(this.page);
    return this.dialog;
  }

  async confirm(reason: string, button: string): Promise<void> {
    await this.dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async changeRole(): Promise<RolePage> {
    await this.main.getByRole("link", { name: "Change the role" }).click();
    return new RolePage(this.page).arrive();
  }
}

class RolePage extends Screen {
  readonly title = this.heading(/^Role of /);
  readonly submit = this.main.getByRole("button", { name: "Change the role" });

  async choose(role: string): Promise<void> {
    const choice = this.main.getByRole("radio", { name: role });
    await (await awake(choice)).check();
    await expectSound(this.page);
  }

  async save(reason: string): Promise<void> {
    await this.main.getByRole("textbox", { name: "Reason" }).fill(reason);
    await this.submit.click();
  }
}
