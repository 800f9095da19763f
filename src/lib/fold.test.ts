import { expect, it } from "vitest";
import { fold } from "./fold";

it.each([
  ["  Sofía   NÚÑEZ ", "sofia nunez"],
  ["Şahin", "sahin"],
  ["Łódź", "lodz"],
  ["Straße", "strasse"],
  ["Yılmaz", "yilmaz"],
  ["", ""],
])("%j compares as %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
