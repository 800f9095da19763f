import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

/** A list of reviews: the doctor's own to answer, or all of them to moderate. */
export class ReviewsPage extends Screen {
  readonly title = this.heading("Reviews");

  static async open(page: Page, path: string): Promise<ReviewsPage> {
    await page.goto(path);
    return new ReviewsPage(page).arrive();
  }

  review(words: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: words });
  }

  async answer(words: string, reply: string, button = "Answer"): Promise<void> {
    const review = this.review(words);
    await (await awake(review.getByRole("button", { name: button }))).click();
    const field = review.getByRole("textbox", { name: "Your answer" });
    await expect(field).toBeFocused();
    await field.fill(reply);
    await expectSound(this.page);
    await review.getByRole("button", { name: "Publish the answer" }).click();
    await expect(review).toContainText(reply);
    await expect(review.getByRole("button", { name: "Change the answer" })).toBeFocused();
  }

  async hide(words: string, reason: string): Promise<void> {
    await (await awake(this.review(words).getByRole("button", { name: "Hide" }))).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await expectSound(this.page);
    await dialog.getByRole("button", { name: "Hide the review" }).click();
    await expect(this.review(words)).toContainText("Hidden");
    await expect(this.review(words).getByRole("button", { name: "Show again" })).toBeFocused();
  }

  async showAgain(words: string): Promise<void> {
    const review = this.review(words);
    await (await awake(review.getByRole("button", { name: "Show again" }))).click();
    await expect(review.getByRole("button", { name: "Hide" })).toBeVisible();
  }
}
