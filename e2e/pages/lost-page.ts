import type { Page } from "@playwright/test";
import { ResultsPage } from "./results-page";
import { Screen } from "./screen";

/** What an address that leads nowhere shows. */
export class LostPage extends Screen {
  readonly title = this.heading(/^We can’t find /);

  /** Gives the status of the answer beside the page. */
  static async open(page: Page, path: string): Promise<{ lost: LostPage; status?: number }> {
    const status = (await page.goto(path))?.status();
    return { lost: await new LostPage(page).arrive(), status };
  }

  async search(what: string): Promise<ResultsPage> {
    const search = this.main.getByRole("search");
    await search.getByRole("searchbox").fill(what);
    await search.getByRole("button").click();
    await this.page.waitForURL(/\/doctors\?/);
    return new ResultsPage(this.page).arrive();
  }
}
