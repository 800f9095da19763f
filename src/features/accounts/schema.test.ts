import { expect, test } from "vitest";
import { onboardingSchema, patientSchema, personSchema, signInSchema } from "./schema";

const nothing = {
  gender: "",
  bloodGroup: "",
  allergies: [],
  chronicConditions: [],
  emergencyContactName: "",
  emergencyContactPhone: "",
  emergencyContactRelationship: "",
  insuranceProvider: "",
  insurancePolicyNumber: "",
  address: "",
  city: "",
  state: "",
  postalCode: "",
  country: "",
} as const;

const person = {
  givenName: " Ana ",
  familyName: "Núñez",
  phone: "+1 (312) 555-0100",
  dateOfBirth: "1990-02-28",
};

const paths = (input: unknown) =>
  onboardingSchema.safeParse(input).error?.issues.map((issue) => issue.path.join(".")) ?? [];

test("what one needs to say is little, and is tidied", () => {
  expect(onboardingSchema.parse({ ...person, ...nothing })).toEqual({
    ...nothing,
    givenName: "Ana",
    familyName: "Núñez",
    phone: "+13125550100",
    dateOfBirth: "1990-02-28",
  });
});

test("each schema accepts its own answer, since form, wire and command all parse", () => {
  const once = onboardingSchema.parse({ ...person, ...nothing, allergies: [" nuts "] });
  expect(onboardingSchema.parse(once)).toEqual(once);
});

test.each(["1899-12-31", "1990-02-30", "28.02.1990", "", "0099-01-01"])(
  "%j is no date of birth",
  (dateOfBirth) => {
    expect(paths({ ...person, ...nothing, dateOfBirth })).toEqual(["dateOfBirth"]);
  },
);

test.each(["312 555 0100", "+0 312 555", "+1", "phone", ""])("%j is no phone", (phone) => {
  expect(patientSchema.safeParse({ ...person, phone }).success).toBe(false);
});

test("a phone may be dialled as from abroad, or be left out where it is not needed", () => {
  expect(patientSchema.parse({ ...person, phone: "0044 20 7946 0958" }).phone).toBe(
    "+442079460958",
  );
  expect(personSchema.parse({ ...person, phone: "" }).phone).toBe("");
});

test("someone to call has a name and a number, or there is nobody", () => {
  const emergencyContactRelationship = "mother";
  expect(paths({ ...person, ...nothing, emergencyContactRelationship })).toEqual([
    "emergencyContactName",
    "emergencyContactPhone",
  ]);
  const emergencyContactPhone = "+442079460958";
  expect(paths({ ...person, ...nothing, emergencyContactPhone })).toEqual(["emergencyContactName"]);
});

test.each([
  { givenName: "" },
  { givenName: "  " },
  { givenName: "a".repeat(101) },
  { familyName: "a\u0000b" },
  { familyName: "a\nb" },
  { gender: "robot" },
  { bloodGroup: "C+" },
  { allergies: [""] },
  { allergies: Array.from({ length: 51 }, (_, index) => `a${index}`) },
  { address: "a\u0000" },
])("%o needs another look", (wrong) => {
  expect(paths({ ...person, ...nothing, ...wrong })).toHaveLength(1);
});

test.each(["<script>alert(1)</script>", "Robert'); DROP TABLE users;--", "李小龙", "ولاء", "🩺"])(
  "%s is a name like any other",
  (givenName) => {
    expect(patientSchema.parse({ ...person, givenName }).givenName).toBe(givenName);
  },
);

test("an e-mail address may have been typed with a space around it", () => {
  expect(signInSchema.parse({ email: " a@b.example ", password: " p " })).toEqual({
    email: "a@b.example",
    password: " p ",
  });
});
