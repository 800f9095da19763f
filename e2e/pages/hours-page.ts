import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";
import { awake, Screen } from "./screen";

type Spot = { day: number; minute: number };

/** Weekly hours at one clinic: a picture to draw in, and the same to type. */
export class HoursPage extends Screen {
  readonly title = this.heading("Weekly hours");
  readonly saveButton = this.main.getByRole("button", { name: "Check and save" });
  readonly #grid = this.main.locator("[data-grid]");

  static async open(page: Page, associationId: string): Promise<HoursPage> {
    await page.goto(`/practice/clinics/${associationId}/hours`);
    const hours = await new HoursPage(page).arrive();
    await awake(hours.saveButton);
    return hours;
  }

  from(day: string, number = 1): Locator {
    return this.main.getByLabel(`${day}, hours ${number}, from`);
  }

  to(day: string, number = 1): Locator {
    return this.main.getByLabel(`${day}, hours ${number}, to`);
  }

  button(name: string): Locator {
    return this.main.getByRole("button", { name });
  }

  async expectHours(day: string, windows: [string, string][]): Promise<void> {
    const starts = this.main.getByLabel(new RegExp(`^${day}, hours \\d+, from`));
    await expect(starts).toHaveCount(windows.length);
    for (const [index, [start, end]] of windows.entries()) {
      await expect(this.from(day, index + 1)).toHaveValue(start);
      await expect(this.to(day, index + 1)).toHaveValue(end);
    }
  }

  /** Draws with a finger: rests, then moves; days from 0 = Monday, minutes of the day. */
  async drawByFinger(from: Spot, to: Spot): Promise<void> {
    await this.#scrollTo(from, to);
    const touch = await this.page.context().newCDPSession(this.page);
    const [start, end] = [await this.#pointOf(from), await this.#pointOf(to)];
    const send = (type: "touchStart" | "touchMove" | "touchEnd", points: object[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
    await send("touchStart", [start]);
    // The finger rests until the picture has taken hold of it.
    await expect(this.page.getByRole("button", { name: "Remove these hours" })).toBeVisible();
    for (const part of [0.25, 0.5, 0.75, 1])
      await send("touchMove", [
        { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part },
      ]);
    await send("touchEnd", []);
    await touch.detach();
  }

  async dragByMouse(from: Spot, to: Spot): Promise<void> {
    await this.#scrollTo(from, to);
    const [start, end] = [await this.#pointOf(from), await this.#pointOf(to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await this.page.mouse.move(end.x, end.y);
    await this.page.mouse.up();
  }

  /** A window of the picture and its handles. */
  drawn(text: string): Locator {
    return this.#grid.locator("[data-window]").filter({ hasText: text });
  }

  /** Pulls the lower handle of what is selected down by so many minutes, with a finger at once. */
  async pullEndByFinger(minutes: number): Promise<void> {
    const handle = this.#grid.locator('[data-edge="end"].touch-none');
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    const grid = await this.#grid.boundingBox();
    if (!box || !grid) throw new Error("there is no handle");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await this.page.context().newCDPSession(this.page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", points: object[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
    await send("touchStart", [{ x, y }]);
    for (const part of [0.3, 0.6, 1])
      await send("touchMove", [{ x, y: y + (part * minutes * grid.height) / 1440 }]);
    await send("touchEnd", []);
    await touch.detach();
  }

  /** Types the first hours of a day that has none. */
  async add(day: string, from: string, to: string): Promise<void> {
    await (await awake(this.button(`Add hours on ${day}`))).click();
    await this.from(day).fill(from);
    await this.to(day).fill(to);
    await this.to(day).blur();
  }

  async save(): Promise<void> {
    await expectSound(this.page);
    await this.saveButton.click();
    await this.page.waitForURL(/done=hours/);
    await expect(this.main.getByText(/^Your hours are saved\./)).toBeVisible();
    await expectSound(this.page);
  }

  async #scrollTo(...spots: Spot[]): Promise<void> {
    const middle = spots.reduce((sum, { minute }) => sum + minute, 0) / spots.length;
    await this.#grid.evaluate((grid, part) => {
      const { top, height } = grid.getBoundingClientRect();
      window.scrollBy({ top: top + height * part - innerHeight / 2, behavior: "instant" });
    }, middle / 1440);
  }

  async #pointOf({ day, minute }: Spot): Promise<{ x: number; y: number }> {
    const box = await this.#grid.boundingBox();
    if (!box) throw new Error("there is no picture of the week");
    return {
      x: box.x + (box.width * (day + 0.5)) / 7,
      y: box.y + (box.height * minute) / 1440,
    };
  }
}
