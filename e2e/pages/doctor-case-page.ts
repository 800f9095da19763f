import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** One doctor as a reviewer sees them. */
export class DoctorCasePage extends Screen {
  readonly title: Locator;
  readonly claim = this.part("What they say");
  readonly documents = this.part("Documents");
  readonly decision = this.part("Your decision");
  readonly duplicates = this.part("Looks like another");
  readonly history = this.part("History");

  constructor(page: Page, doctor: string) {
    super(page);
    this.title = this.heading(doctor);
  }

  static async open(page: Page, id: string, doctor: string): Promise<DoctorCasePage> {
    await page.goto(`/admin/doctors/${id}`);
    return new DoctorCasePage(page, doctor).arrive();
  }

  private part(title: string): Locator {
    return this.main.getByRole("region", { name: title, exact: true });
  }

  /** A page of a PDF, or a picture, once it is drawn. */
  async expectDrawn(name: string | RegExp): Promise<void> {
    const drawn = this.documents.getByRole("img", { name });
    await expect(drawn).toBeVisible();
    const width = () =>
      drawn.evaluate((element) =>
        element instanceof HTMLImageElement
          ? element.naturalWidth
          : (element as HTMLCanvasElement).width,
      );
    await expect.poll(width).toBeGreaterThan(300);
    await expectSound(this.page);
  }

  async takeIt(): Promise<void> {
    await (await awake(this.decision.getByRole("button", { name: "Take it" }))).click();
    await expect(this.decision.getByRole("button", { name: "Release it" })).toBeVisible();
  }

  async askFor(words: string): Promise<void> {
    await this.choose("Ask for more");
    await this.decision.getByRole("textbox", { name: "What do you need?" }).fill(words);
    await expectSound(this.page);
    await this.decision.getByRole("button", { name: "Send it back with this" }).click();
  }

  async verify(): Promise<void> {
    await this.choose("Verify");
    await this.decision.getByRole("button", { name: "Verify now" }).click();
  }

  async giveBack(words: string): Promise<void> {
    await (await awake(this.decision.getByRole("button", { name: "Return it" }))).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(words);
    await expectSound(this.page);
    await dialog.getByRole("button", { name: "Return it" }).click();
  }

  async confirm(): Promise<void> {
    await (await awake(this.decision.getByRole("button", { name: "Confirm" }))).click();
  }

  private async choose(verdict: string): Promise<void> {
    await (await awake(this.decision.getByRole("radio", { name: verdict }))).check();
  }
}
