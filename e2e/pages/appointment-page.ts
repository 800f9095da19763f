import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { type CalendarEntry, readCalendar } from "../calendar";
import { AppointmentsPage } from "./appointments-page";
import { CancelPage } from "./cancel-page";
import { factOf } from "./fact";
import { MovePage } from "./move-page";
import { Screen } from "./screen";

export class AppointmentPage extends Screen {
  readonly title = this.heading(/^Appointment with /);
  readonly said = this.main.getByRole("status").filter({ hasText: /\w/ });
  readonly status = this.main.getByText(/^(Booked|Confirmed|Completed|Cancelled|Missed)$/);
  readonly proposal = this.main.getByRole("region", { name: /proposes another time$/ });
  readonly words = this.main.getByRole("region", { name: "What you wrote" });
  readonly moveLink = this.main.getByRole("link", { name: "Move" });
  readonly cancelLink = this.main.getByRole("link", { name: "Cancel appointment" });

  static async open(page: Page, id: string): Promise<AppointmentPage> {
    await page.goto(`/appointments/${id}`);
    return new AppointmentPage(page).arrive();
  }

  fact(term: string): Locator {
    return factOf(this.main, term);
  }

  get id(): string {
    const id = /appointments\/([0-9a-f-]{36})/.exec(this.page.url())?.[1];
    if (!id) throw new Error(`This is no appointment's address: ${this.page.url()}`);
    return id;
  }

  /** What a calendar program would take from the file. */
  async addToCalendar(): Promise<CalendarEntry> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.main.getByRole("link", { name: "Add to calendar" }).click(),
    ]);
    return readCalendar(await readFile(await download.path(), "utf8"));
  }

  async move(): Promise<MovePage> {
    await this.moveLink.click();
    return new MovePage(this.page).arrive();
  }

  async cancel(): Promise<CancelPage> {
    await this.cancelLink.click();
    return new CancelPage(this.page).arrive();
  }

  async all(): Promise<AppointmentsPage> {
    await this.main.getByRole("link", { name: "All appointments" }).click();
    return new AppointmentsPage(this.page).arrive();
  }
}
