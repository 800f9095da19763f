import { expect, type Locator, type Page } from "@playwright/test";
import { expectSound } from "../watch";

/** What a person sees at one address. Its methods do what people do there, and give the next. */
export abstract class Screen {
  constructor(readonly page: Page) {}

  /** What shows that this is the page. */
  abstract readonly title: Locator;
  /** What its address is like, where the title alone would not tell. */
  protected readonly address: RegExp | null = null;

  get main(): Locator {
    return this.page.getByRole("main");
  }

  protected heading(name: string | RegExp): Locator {
    return this.main.getByRole("heading", { level: 1, name });
  }

  /** Waits until the page is there, and holds it to what every page must be. */
  async arrive(): Promise<this> {
    if (this.address) await this.page.waitForURL(this.address);
    await expect(this.title).toBeVisible();
    await expect(this.page).toHaveTitle(/\S/);
    await expectSound(this.page);
    return this;
  }

  /** Opens the menu of the account, or at a phone the one of everything. */
  async openMenu(): Promise<Locator> {
    const menu = this.page.getByRole("banner").getByRole("group");
    await menu.locator("summary").click();
    return menu;
  }
}

/** Until React has taken over a control, a press on it would be the browser's own to answer. */
export async function awake(control: Locator): Promise<Locator> {
  const isAwake = () =>
    control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(isAwake).toBe(true);
  return control;
}
