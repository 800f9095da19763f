import { expect, type Locator, type Page } from "@playwright/test";
import { PracticePage } from "./practice-page";
import { awake, Screen } from "./screen";

/** A file as a person chooses it. */
export type Chosen = { name: string; mimeType: string; buffer: Buffer };

export class ApplicationPage extends Screen {
  readonly title = this.heading("Your application");
  readonly documents = this.part("Documents");
  readonly handIn = this.part("Hand in");

  static async open(page: Page): Promise<ApplicationPage> {
    await page.goto("/practice/application");
    return new ApplicationPage(page).arrive();
  }

  part(title: string): Locator {
    return this.main.getByRole("region", { name: title, exact: true });
  }

  async save(title: string): Promise<void> {
    const part = this.part(title);
    await part.getByRole("button", { name: "Save" }).click();
    await expect(part.getByText("Saved.")).toBeVisible();
  }

  async tellExperience(qualification: string, language: string): Promise<void> {
    const part = this.part("Qualification and languages");
    await awake(part.getByLabel("Qualification"));
    await part.getByLabel("Qualification").fill(qualification);
    await part.getByLabel("Languages you speak with patients").fill(language);
    await part.getByRole("button", { name: "Add" }).click();
    await this.save("Qualification and languages");
  }

  /** Chooses a file as one of a kind; what becomes of it is for the story to look at. */
  async addDocument(kind: string, file: Chosen): Promise<void> {
    const choose = this.documents.getByRole("button", { name: "Choose files" });
    await awake(choose);
    await this.documents.getByLabel("What it is").selectOption(kind);
    const choosing = this.page.waitForEvent("filechooser");
    await choose.click();
    await (await choosing).setFiles(file);
  }

  document(name: string): Locator {
    return this.documents.getByRole("link", { name });
  }

  async submit(): Promise<PracticePage> {
    await this.handIn.getByRole("button", { name: "Hand in my application" }).click();
    return new PracticePage(this.page).arrive();
  }
}
