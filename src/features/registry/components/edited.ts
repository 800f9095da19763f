import type { ClinicAnswers, PharmacyAnswers } from "../schema";

/** A clinic as its form begins, without what only the server knows of it. */
export type EditedClinic = {
  id: string;
  revision: number;
  facts: ClinicAnswers;
  hoursAsWritten: string | null;
  standing: { ahead: number };
};

export type EditedPharmacy = {
  id: string;
  revision: number;
  isVerified: boolean;
  facts: PharmacyAnswers;
};
