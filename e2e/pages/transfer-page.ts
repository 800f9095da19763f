import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** Tables in and out. */
export class TransferPage extends Screen {
  readonly title = this.heading("Import and export");
  readonly write = this.main.getByRole("button", { name: /^Write \d+ rows?$/ });
  readonly said = this.main.getByRole("status").or(this.main.getByRole("alert"));

  static async open(page: Page): Promise<TransferPage> {
    await page.goto("/admin/transfer");
    return new TransferPage(page).arrive();
  }

  /** Chooses a table and waits for what is said about it. */
  async check(kind: string, content: string | Buffer): Promise<void> {
    await awake(this.main.getByRole("button", { name: "Choose a file" }));
    await this.main.getByRole("radio", { name: kind }).check();
    const choosing = this.page.waitForEvent("filechooser");
    await this.main.getByRole("button", { name: "Choose a file" }).click();
    const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
    const file = { name: "table.csv", mimeType: "text/csv", buffer };
    await (await choosing).setFiles(file);
    await expect(this.main.getByRole("progressbar")).toHaveCount(0);
    await expectSound(this.page);
  }

  another(): Promise<void> {
    return this.main.getByRole("button", { name: "Another file" }).click();
  }

  verdict(text: string): Locator {
    return this.main
      .getByRole("table", { name: "What becomes of each row" })
      .getByRole("row")
      .filter({ hasText: text });
  }

  async only(verdict: RegExp): Promise<void> {
    await this.main.getByRole("radio", { name: verdict }).check();
  }

  /** What a link or a button saves. */
  async saved(name: string): Promise<string> {
    const saving = this.page.waitForEvent("download");
    await this.main.getByRole("link", { name }).or(this.main.getByRole("button", { name })).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  }
}
