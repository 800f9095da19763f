import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Hears what goes wrong behind a page's back, in every browser of one journey. */
export class Watch {
  readonly problems: string[] = [];
  readonly #foreseen: RegExp[] = [];

  /** What a journey brings about on purpose, such as the answer 409 to the loser of a race. */
  foresee(...problems: RegExp[]): void {
    this.#foreseen.push(...problems);
  }

  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error")
        this.#hear(`console: ${message.text()} ${message.location().url}`);
    });
    context.on("weberror", (event) => this.#hear(`page: ${event.error().stack}`));
  }

  #hear(problem: string): void {
    if (!this.#foreseen.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}

/** Browsers without scripts, in which axe can't run either; it sees the same pages elsewhere. */
export const scriptless = new WeakSet<BrowserContext>();

/** What every page must be, in each state that a journey sees: no finding of axe, nothing cut off. */
export async function expectSound(page: Page): Promise<void> {
  const isScripted = !scriptless.has(page.context());
  const violations = isScripted ? await runAxe(page) : [];
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => node.html).join("\n")}`,
  );
  expect.soft(findings, `axe on ${page.url()}`).toEqual([]);
  expect.soft(await sidewaysOverflow(page), `wider than the screen: ${page.url()}`).toEqual([]);
}

async function runAxe(page: Page) {
  // Where the page did not change its document, axe is still in it: half the time of each look.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: "void 0" }) });
  // The legacy mode looks at this page alone and opens no second one; there are no frames here.
  const looking = axe.setLegacyMode().options({ resultTypes: ["violations"], preload: false });
  return (await looking.analyze()).violations;
}

/** What stands out of the page to the side, so that one would have to scroll there. */
function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOutside = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
    return Array.from(document.querySelectorAll("body *"))
      .filter((element) => isOutside(element) && !Array.from(element.children).some(isOutside))
      .map((element) => element.outerHTML.slice(0, 200))
      .slice(0, 5);
  });
}
