import { expect, test } from "vitest";
import { RefusalError, refuse } from "@/lib/refusal";
import { refusalOf } from "./refusal-of";

test("finds our refusal wherever it travels", () => {
  const refusal = refuse("SLOT_TAKEN");
  expect(refusalOf(refusal)).toBe(refusal);
  expect(refusalOf(new RefusalError(refusal))).toBe(refusal);
  expect(refusalOf(Object.assign(new Error(), { data: { refusal } }))).toBe(refusal);
});

test("no answer is not the same as a no", () => {
  expect(refusalOf(new TypeError("Failed to fetch")).code).toBe("TRY_AGAIN");
  expect(refusalOf(Object.assign(new Error(), { shape: undefined, data: undefined })).code).toBe(
    "TRY_AGAIN",
  );
});

test("anything else is our fault", () => {
  expect(refusalOf(new Error("boom")).code).toBe("UNEXPECTED");
  expect(refusalOf("boom").code).toBe("UNEXPECTED");
});
