import type { Page } from "@playwright/test";
import { awake, Screen } from "./screen";

/** The hours of one's own pharmacy. */
export class PharmacyHoursPage extends Screen {
  readonly title = this.heading("Opening hours");
  readonly saved = this.main.getByText("Saved and confirmed");
  readonly save = this.main.getByRole("button", { name: "Save hours" });

  static async open(page: Page): Promise<PharmacyHoursPage> {
    await page.goto("/pharmacy/hours");
    return new PharmacyHoursPage(page).arrive();
  }

  /** Monday's first window, and the same on all other days. */
  async everyDay(from: string, to: string): Promise<void> {
    const monday = this.main.getByRole("listitem").filter({ hasText: "Monday" }).first();
    const [start, end] = [monday.getByRole("textbox").nth(0), monday.getByRole("textbox").nth(1)];
    await awake(start);
    await start.fill(from);
    await end.fill(to);
    await monday.getByRole("button", { name: /Copy/ }).click();
    await this.save.click();
  }
}

/** Who works at one's own pharmacy. */
export class ColleaguesPage extends Screen {
  readonly title = this.heading("Colleagues");

  static async open(page: Page): Promise<ColleaguesPage> {
    await page.goto("/pharmacy/colleagues");
    return new ColleaguesPage(page).arrive();
  }

  /** Invites somebody and gives the path of the link. */
  async invite(email: string, position: string): Promise<string> {
    const { main } = this;
    await awake(main.getByLabel("Their e-mail address"));
    await main.getByLabel("Their e-mail address").fill(email);
    await main.getByLabel("Position").selectOption(position);
    await main.getByRole("button", { name: "Make invitation" }).click();
    return new URL(await main.getByLabel("Link").inputValue()).pathname;
  }
}

/** What the link of an invitation leads to. */
export class InvitationPage extends Screen {
  readonly title = this.heading(/Invitation to/);

  static async open(page: Page, path: string): Promise<InvitationPage> {
    await page.goto(path);
    return new InvitationPage(page).arrive();
  }

  async accept(): Promise<void> {
    const join = this.main.getByRole("button", { name: /^Join / });
    await awake(join);
    await join.click();
    await this.page.waitForURL("/pharmacy");
  }
}
