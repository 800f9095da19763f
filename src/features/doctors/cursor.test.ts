import fc from "fast-check";
import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor";
import { sorts } from "./schema";

it("reads back what it wrote, whatever the keys", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sorts),
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom("USD", "NPR")),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.uuid({ version: 4 }),
      (sort, first, second, id) => {
        // JSON knows one zero only; neither does the order tell them apart.
        const keys: [number | string, number] = [
          first === 0 ? 0 : first,
          second === 0 ? 0 : second,
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
    "🩺",
    "%00",
  ];
  for (const text of others) expect(readCursor(text)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readCursor(text) === null));
});
