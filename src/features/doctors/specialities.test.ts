import { describe, expect, it } from "vitest";
import { findNamed, readQuery } from "./specialities";

const known = [
  "Allergy and immunology",
  "Cardiology",
  "Dentistry",
  "Dermatology",
  "Ear, nose and throat",
  "Family medicine",
  "Internal medicine",
  "Neurology",
  "Obstetrics and gynecology",
  "Ophthalmology",
  "Orthopedics",
  "Pediatrics",
  "Psychiatry",
  "Pulmonology",
  "Urgent care",
  "Urology",
];

describe("what people call a speciality", () => {
  it.each([
    ["cardiologist", ["Cardiology"]],
    ["Cardio", ["Cardiology"]],
    ["heart doctor", ["Cardiology"]],
    ["dentist", ["Dentistry"]],
    ["teeth", ["Dentistry"]],
    ["skin", ["Dermatology"]],
    ["pediatrician", ["Pediatrics"]],
    ["GP", ["Family medicine"]],
    ["gynecologist", ["Obstetrics and gynecology"]],
    ["ENT", ["Ear, nose and throat"]],
    ["eye doctor", ["Ophthalmology"]],
    ["neurologist", ["Neurology"]],
    ["urologist", ["Urology"]],
    ["psychiatrist", ["Psychiatry"]],
    ["allergist", ["Allergy and immunology"]],
  ])("%s means %j", (q, specialities) => {
    expect(readQuery(q, known)).toMatchObject([{ specialities }]);
  });

  it.each(["Anna", "Denton", "Núñez", "O’Brien", "Marina", "constructor", "__proto__"])(
    "%s is a name",
    (q) => {
      for (const word of readQuery(q, known)) expect(word.specialities).toEqual([]);
    },
  );
});

it("folds names, drops titles, and stops at six words", () => {
  expect(readQuery("Dr. Sofía NÚÑEZ", known).map((word) => word.text)).toEqual(["sofia", "nunez"]);
  expect(readQuery("O’Brien", known)[0]?.text).toBe("o'brien");
  expect(readQuery("one two three four five six seven", known)).toHaveLength(6);
  expect(readQuery("  ,;<>%_ ", known)).toEqual([]);
});

it("finds a name whatever its case and accents", () => {
  expect(findNamed("DERMATOLOGY ", known)).toBe("Dermatology");
  expect(findNamed("dermatolog", known)).toBeNull();
});
