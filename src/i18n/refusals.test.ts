import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { refusalCodes } from "@/lib/refusal";
import { messages } from "./messages";

const t = createTranslator({ locale: "en", messages, namespace: "refusals" });

test.each(refusalCodes)("%s has a sentence that can be formatted", (code) => {
  expect(t(code)).toMatch(/^\p{Lu}.+\.$/u);
});

test("a sentence never blames or shouts", () => {
  for (const code of refusalCodes) expect(t(code)).not.toMatch(/!|invalid|illegal|forbidden/i);
});
