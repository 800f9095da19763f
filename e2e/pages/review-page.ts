import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { refusalOf } from "./refusal";
import { awake, Screen } from "./screen";

export class ReviewPage extends Screen {
  readonly title = this.heading(/^(How was your visit\?|Your review)$/);
  readonly words = this.main.getByRole("textbox", { name: "In your own words" });
  readonly said = refusalOf(this.main);

  static async open(page: Page, appointmentId: string): Promise<ReviewPage> {
    await page.goto(`/appointments/${appointmentId}/review`);
    return new ReviewPage(page).arrive();
  }

  stars(word: string): Locator {
    return this.main.getByRole("radio", { name: new RegExp(`of 5 ${word}$`) });
  }

  async publish(stars: string | null, words: string): Promise<this> {
    await awake(this.words);
    if (stars) await this.stars(stars).check();
    await this.words.fill(words);
    await this.main.getByRole("button", { name: "Publish the review" }).click();
    await expect(this.said).toBeVisible();
    await expectSound(this.page);
    return this;
  }
}
