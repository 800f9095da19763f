import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";
import { VisitPage } from "./visit-page";

/** A doctor's days, as a list or as a grid. */
export class AgendaPage extends Screen {
  readonly title = this.heading("Your agenda");
  readonly week = this.main.getByRole("region", { name: "Week" });
  readonly said = this.main.getByRole("status").filter({ hasText: /\w/ });
  readonly dialog = this.page.getByRole("dialog");

  static async open(page: Page, query = ""): Promise<AgendaPage> {
    await page.goto(`/agenda${query}`);
    return new AgendaPage(page).arrive();
  }

  /** An appointment in whichever view is shown. */
  visit(patientName: string): Locator {
    return this.main.getByRole("link", { name: patientName });
  }

  async openVisit(patientName: string): Promise<VisitPage> {
    await this.visit(patientName).click();
    return new VisitPage(this.page).arrive();
  }

  async addWalkIn(name: string, reason: string): Promise<this> {
    await (await awake(this.main.getByRole("button", { name: "Add walk-in" }))).click();
    await this.dialog.getByRole("combobox", { name: "Name" }).fill(name);
    await this.dialog.getByLabel("Reason for the visit").fill(reason);
    await expectSound(this.page);
    await this.dialog.getByRole("button", { name: "Add the visit" }).click();
    await expect(this.dialog).toBeHidden();
    return this;
  }

  /** Says how late it is, as it is offered first; answers how many that was said to concern. */
  async runLate(): Promise<string> {
    await (await awake(this.main.getByRole("button", { name: "Running late" }))).click();
    await expect(this.dialog.getByLabel("How much later?")).toHaveValue("20");
    await expectSound(this.page);
    const told = (await this.dialog.getByRole("status").textContent()) ?? "";
    await this.dialog.getByRole("button", { name: "Tell them" }).click();
    await expect(this.dialog).toBeHidden();
    return told;
  }

  /** Drags an appointment of the week so many pixels down, and waits for the question. */
  async drag(patientName: string, pixelsDown: number): Promise<this> {
    await this.visit(patientName).evaluate((box) => box.scrollIntoView({ block: "center" }));
    const grip = { x: 40, y: 4 };
    // Hovering waits until it rests, and is on top.
    await this.visit(patientName).hover({ position: grip });
    const box = await this.visit(patientName).boundingBox();
    if (!box) throw new Error(`${patientName} is not in sight.`);
    const { mouse } = this.page;
    const [x, y] = [box.x + grip.x, box.y + grip.y];
    await mouse.down();
    await mouse.move(x, y + pixelsDown / 2, { steps: 5 });
    await mouse.move(x, y + pixelsDown, { steps: 5 });
    await mouse.up();
    await expect(this.dialog).toBeVisible();
    return this;
  }
}
