import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restoreCell, writeRows } from "./csv";

const separators = [",", ";", "\t", "|"];
const hostile = fc.string({
  unit: fc.constantFrom("'", "=", "+", "-", "@", '"', ..." ,;|\t\n\r", "a", "é"),
});

describe("a written cell", () => {
  test.each(["=1+1", "+1 312", "-x", "@a", "\tx", "\rx", "＝1", "'=1", "''@"])(
    "%j is no formula in a spreadsheet",
    (text) => expect(writeRows([[text]])).toMatch(/^"?'/),
  );

  test.each([
    ["Dr Eve;=1+cmd|0!A0", "Dr Eve;'=1+cmd|0!A0"],
    ["a, +1", "a, '+1"],
    ["a|@b", "a|'@b"],
    ["a\t-b", "a\t'-b"],
    [" =1", " '=1"],
    ["a;'=1", "a;''=1"],
    ["Monday - Friday", "Monday - Friday"],
  ])("%j becomes %j", (text, guarded) => {
    const [read] = parse(writeRows([["x", text]])) as string[][];
    expect(read?.[1]).toBe(guarded);
  });

  test("is no formula with any list separator, quoted or not", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = writeRows([cells]);
        for (const separator of separators) {
          const pieces = line.split(/[\r\n]/).flatMap((part) => part.split(separator));
          for (const piece of pieces) expect(piece).not.toMatch(/^[\s"]*[=+\-@]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("of a number is left a number", () => {
    expect(writeRows([[-87.6, 41, null]])).toBe("-87.6,41,\r\n");
  });

  test("of any text comes back as it was", () => {
    const cell = fc.oneof(hostile, fc.string());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(writeRows([cells]), { record_delimiter: "\r\n" }) as string[][];
        expect(read?.map(restoreCell)).toEqual(cells);
      }),
      { numRuns: 2000 },
    );
  });

  test("of whatever length is restored at once", () => {
    const text = `${"\t".repeat(250_000)}a`;
    const begun = performance.now();
    expect(restoreCell(text)).toBe(text);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
