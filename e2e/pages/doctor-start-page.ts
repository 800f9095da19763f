import type { Page } from "@playwright/test";
import { ApplicationPage } from "./application-page";
import { awake, Screen } from "./screen";

export type NewDoctor = {
  givenName: string;
  familyName: string;
  speciality: string;
  licence: string;
  issuedBy: string;
  country: string;
  validUntil: string;
};

/** Where an account becomes a doctor's. */
export class DoctorStartPage extends Screen {
  readonly title = this.heading("Sign up as a doctor");
  readonly begin = this.main.getByRole("button", { name: "Begin my application" });
  readonly licence = this.main.getByLabel("Licence number");
  readonly validUntil = this.main.getByLabel("Valid until");

  static at(page: Page): Promise<DoctorStartPage> {
    return new DoctorStartPage(page).arrive();
  }

  async fill(doctor: NewDoctor): Promise<void> {
    const { main } = this;
    await awake(main.getByLabel("Given name"));
    await main.getByLabel("Given name").fill(doctor.givenName);
    await main.getByLabel("Family name").fill(doctor.familyName);
    await main.getByLabel("Speciality").selectOption(doctor.speciality);
    await this.licence.fill(doctor.licence);
    await main.getByLabel("Issued by").fill(doctor.issuedBy);
    await main.getByLabel("Country of the licence").selectOption(doctor.country);
    await this.validUntil.fill(doctor.validUntil);
  }

  async goOn(): Promise<ApplicationPage> {
    await this.begin.click();
    return new ApplicationPage(this.page).arrive();
  }
}
