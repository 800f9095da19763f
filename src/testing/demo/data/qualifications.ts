import type { CityKey } from "./cities";
import type { Speciality } from "./specialities";

/** What stands behind a doctor's name there, and where one says it was earned. */
export function qualificationOf(city: CityKey, speciality: Speciality): string {
  const isDentist = speciality.name === "Dentistry";
  switch (city) {
    case "chicago":
      return isDentist ? "DDS" : `MD, board certified in ${boardOf(speciality.name)}`;
    case "mumbai":
      return isDentist ? "BDS, MDS" : `MBBS, MD (${speciality.name})`;
    case "berlin":
      return isDentist ? "Dr. med. dent." : `Dr. med., ${germanTitle(speciality.name)}`;
    case "kathmandu":
      return isDentist ? "BDS" : `MBBS, MD (${speciality.name})`;
    case "sydney":
      return isDentist ? "BDS" : `MBBS, ${australianCollege(speciality.name)}`;
  }
}

const boards: Record<string, string> = {
  Orthopedics: "orthopedic surgery",
  "Urgent care": "emergency medicine",
  "Ear, nose and throat": "otolaryngology",
  Pulmonology: "pulmonary disease",
  Endocrinology: "endocrinology, diabetes and metabolism",
};

function boardOf(speciality: string): string {
  return boards[speciality] ?? speciality.toLowerCase();
}

const fields: Record<string, string> = {
  "Family medicine": "Allgemeinmedizin",
  "Internal medicine": "Innere Medizin",
  Pediatrics: "Kinder- und Jugendmedizin",
  "Obstetrics and gynecology": "Frauenheilkunde und Geburtshilfe",
  Dermatology: "Haut- und Geschlechtskrankheiten",
  Cardiology: "Innere Medizin und Kardiologie",
  Orthopedics: "Orthopädie und Unfallchirurgie",
  Psychiatry: "Psychiatrie und Psychotherapie",
  Ophthalmology: "Augenheilkunde",
  Neurology: "Neurologie",
  "Ear, nose and throat": "Hals-Nasen-Ohrenheilkunde",
};

function germanTitle(speciality: string): string {
  return `Facharztanerkennung ${fields[speciality] ?? "Innere Medizin"}`;
}

const colleges: Record<string, string> = {
  "Family medicine": "FRACGP",
  "Urgent care": "FRACGP",
  "Obstetrics and gynecology": "FRANZCOG",
  Psychiatry: "FRANZCP",
  Ophthalmology: "FRANZCO",
  Dermatology: "FACD",
  Orthopedics: "FRACS",
  Urology: "FRACS",
  "Ear, nose and throat": "FRACS",
};

function australianCollege(speciality: string): string {
  return colleges[speciality] ?? "FRACP";
}
