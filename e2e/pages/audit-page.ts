import { type Download, expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** The list of who did what. */
export class AuditPage extends Screen {
  readonly title = this.heading("Audit log");
  protected override readonly address = /\/admin\/audit(\?|$)/;

  static async open(page: Page, query = ""): Promise<AuditPage> {
    await page.goto(`/admin/audit${query}`);
    return new AuditPage(page).arrive();
  }

  get entries(): Locator {
    return this.main.getByRole("region", { name: "Entries, newest first" }).getByRole("listitem");
  }

  field(label: string): Locator {
    return this.main.getByRole("search").getByLabel(label, { exact: true });
  }

  async openFilter(): Promise<this> {
    const summary = this.main.locator("summary", { hasText: /^Filter/ });
    await (await awake(summary)).click();
    await expect(this.field("Who")).toBeVisible();
    await expectSound(this.page);
    return this;
  }

  async show(): Promise<this> {
    await this.main.getByRole("button", { name: "Show entries" }).click();
    return this.arrive();
  }

  async takeOff(filter: string): Promise<this> {
    await this.main.getByRole("link", { name: `Take off: ${filter}` }).click();
    await expect(this.main.getByRole("link", { name: `Take off: ${filter}` })).toHaveCount(0);
    return this.arrive();
  }

  async export(): Promise<Download> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.main.getByRole("button", { name: "Export as CSV" }).click(),
    ]);
    return download;
  }

  async openEntry(action: string): Promise<AuditEntryPage> {
    await this.entries.getByRole("link", { name: action }).first().click();
    return new AuditEntryPage(this.page).arrive();
  }
}

/** One entry, with all it tells. */
export class AuditEntryPage extends Screen {
  readonly title = this.heading(/^Entry \d+$/);
  protected override readonly address = /\/admin\/audit\/\d+$/;

  get changes(): Locator {
    return this.main.getByRole("region", { name: "Before and after" });
  }
}
