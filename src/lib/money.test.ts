import { expect, it } from "vitest";
import { formatMoney } from "./money";

it.each([
  [120, "USD", "$120"],
  [75.5, "EUR", "€75.50"],
  [800, "INR", "₹800"],
  [1250, "NPR", "NPR 1,250"],
  [0, "AUD", "A$0"],
  [3000, "JPY", "¥3,000"],
  [9.5, "XYZ", "XYZ 9.50"],
])("%d %s is %s", (amount, currency, text) => {
  expect(formatMoney(amount, currency).replace(/\u00a0/g, " ")).toBe(text);
});
