import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { refusalCodes } from "@/lib/refusal";
import { messages } from "./messages";

/** Every parameter that a sentence takes; each refusal of that code must carry it. */
const params = {
  notice: "2 hours",
  megabytes: 10,
  seconds: 30,
  minutes: 0,
  day: "Monday",
  window: "09:00-12:00",
  otherClinic: "Lakeview Clinic",
  otherDay: "Monday",
  otherWindow: "11:00-15:00",
};
const t = createTranslator({ locale: "en", messages, namespace: "refusals" });

test.each(refusalCodes)("%s has a sentence that can be formatted", (code) => {
  expect(t(code, params)).toMatch(/^\p{Lu}.+\.$/u);
});

test("a sentence never blames or shouts", () => {
  for (const code of refusalCodes)
    expect(t(code, params)).not.toMatch(/!|invalid|illegal|forbidden/i);
});
