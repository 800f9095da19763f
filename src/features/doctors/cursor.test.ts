import fc from "fast-check";
import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor";
import { sorts } from "./schema";

it("reads back what it wrote, whatever the keys", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sorts),
      fc.constantFrom("USD", "NPR"),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.uuid({ version: 4 }),
      (sort, currency, first, second, id) => {
        // JSON knows one zero only; neither does the order tell them apart.
        const keys: [number | string, number] = [
          sort === "fee" ? currency : first || 0,
          second || 0,
        ];
        const text = writeCursor({ sort, keys, id });
        expect(text).toMatch(/^[\w-]+$/);
        expect(readCursor(text)).toEqual({ sort, keys, id });
      },
    ),
  );
});

it("takes nothing else for a cursor", () => {
  const others = [
    "",
    "x",
    "null",
    "W10",
    btoa("[]"),
    btoa('["soonest",1,2,"no-uuid"]'),
    btoa('["rating","abc",1,"11111111-1111-4111-8111-111111111111"]'),
    btoa('["rating","USD",1,"11111111-1111-4111-8111-111111111111"]'),
    btoa('["fee","US\\u0000",1,"11111111-1111-4111-8111-111111111111"]'),
    "🩺",
    "%00",
  ];
  for (const text of others) expect(readCursor(text)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readCursor(text) === null));
});
