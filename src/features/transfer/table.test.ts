import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RefusalError } from "@/lib/refusal";
import { mostRows } from "./kinds";
import { sheets } from "./sheets";
import { spooled } from "./spool";
import { openTable, type Said } from "./table";
import { reasonOf } from "./unreadable";

const guessing: Said = { encoding: null, separator: null };
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

const streamOf = (bytes: Uint8Array, size = bytes.length || 1) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size)
        controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });

async function read(bytes: Uint8Array, said = guessing, size?: number) {
  return spooled(streamOf(bytes, size), async (spool) => {
    const { header, encoding, isGuessed, separator, rows } = await openTable(
      spool,
      sheets.clinics,
      said,
    );
    const found: [number, ...string[]][] = [];
    for await (const { row, cells } of rows()) found.push([row, ...cells]);
    return { columns: header.columns, header, encoding, isGuessed, separator, rows: found };
  });
}

async function reasonFor(bytes: Uint8Array): Promise<string | null> {
  const error = await read(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RefusalError) return reasonOf(error.refusal);
  throw error ?? new Error("it was read");
}

const two = "slug,name\r\na,Zoë\r\nb,Ole\r\n";
const rowsOfTwo = [
  [2, "a", "Zoë"],
  [3, "b", "Ole"],
];

describe("a table is read", () => {
  test.each<[string, Uint8Array, string, string]>([
    ["UTF-8", utf8(two), "utf-8", "comma"],
    ["UTF-8 with a mark", utf8(`\ufeff${two}`), "utf-8", "comma"],
    ["UTF-16 little end first", utf16(two, false), "utf-16le", "comma"],
    ["UTF-16 big end first", utf16(two, true), "utf-16be", "comma"],
    ["Windows-1252", Buffer.from(two, "latin1"), "windows-1252", "comma"],
    ["semicolons", utf8(two.replaceAll(",", ";")), "utf-8", "semicolon"],
    ["tabs", utf8(two.replaceAll(",", "\t")), "utf-8", "tab"],
    ["bars", utf8(two.replaceAll(",", "|")), "utf-8", "pipe"],
    ["old line ends", utf8(two.replaceAll("\r\n", "\r")), "utf-8", "comma"],
    ["plain line ends", utf8(two.replaceAll("\r\n", "\n")), "utf-8", "comma"],
    ["mixed line ends", utf8("slug,name\na,Zoë\r\nb,Ole\r"), "utf-8", "comma"],
    ["no last line end", utf8(two.trimEnd()), "utf-8", "comma"],
    ["everything in quotation marks", utf8(two.replace(/[^,\r\n]+/g, '"$&"')), "utf-8", "comma"],
    [
      "names as people write them",
      utf8(two.replace("slug,name", ' Slug ,"NAME"')),
      "utf-8",
      "comma",
    ],
  ])("%s", async (_, bytes, encoding, separator) => {
    for (const size of [undefined, 1, 7]) {
      const table = await read(bytes, guessing, size);
      expect(table).toMatchObject({ columns: ["slug", "name"], encoding, separator });
      expect(table.rows).toEqual(rowsOfTwo);
      expect(table.isGuessed).toBe(encoding === "windows-1252");
    }
  });

  test("with the separator that it names in a line of its own", async () => {
    const table = await read(utf8(`sep=;\r\n${two.replaceAll(",", ";")}`));
    expect(table.rows.map(([row]) => row)).toEqual([3, 4]);
  });

  test("as the person says, where that is otherwise", async () => {
    const bytes = Buffer.from(two.replaceAll(",", ";"), "latin1");
    const table = await read(bytes, { encoding: "utf-8", separator: "comma" }).catch(
      (error: RefusalError) => error.refusal.params?.reason,
    );
    expect(table).toBe("columns");
  });

  test("with lines, marks and separators within quotation marks, and empty lines left out", async () => {
    const table = await read(utf8('slug,name\n\na,"x, ""y""\nz"\n,,\nb,5" pipe\n'));
    expect(table.rows).toEqual([
      [3, "a", 'x, "y"\nz'],
      [5, "b", '5" pipe'],
    ]);
  });

  test("and what it says of columns is told", async () => {
    const { header } = await read(utf8("slug;licence number;Status;name\n"));
    expect(header).toMatchObject({
      columns: ["slug", "name"],
      informative: ["status"],
      unknown: ["licence number"],
    });
    expect(header.missing).toContain("latitude");
  });
});

describe("no table is", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["nothing but a mark", utf8("\ufeff"), "empty"],
    ["nothing but line ends", utf8("\r\n\r\n"), "empty"],
    ["an archive, such as XLSX", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "spreadsheet"],
    ["an old spreadsheet", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "spreadsheet"],
    ["UTF-16 without a mark", Buffer.from(two, "utf16le"), "binary"],
    ["noughts", new Uint8Array(500), "binary"],
    ["a column twice", utf8("slug,name,Name \n"), "doubled"],
    [
      "columns by the thousand",
      utf8(`slug,${Array.from({ length: 30_000 }, (_, at) => `c${at}`)}`),
      "wide",
    ],
    ["other columns", utf8("a,b\n1,2\n"), "columns"],
    ["a quotation without an end", utf8('slug,name\na,"b\nc,d\n'), "quote"],
    ["a quotation longer than any cell", utf8(`slug,name\na,"${"b\n".repeat(200_000)}`), "quote"],
    ["too many rows", utf8(`slug\n${"a\n".repeat(mostRows + 1)}`), "rows"],
  ])("%s", async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toBe(reason);
  });
});

test("whatever comes in, it is read or refused, and nothing breaks", async () => {
  const unit = fc.constantFrom(
    '"',
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\0",
    "'",
    "=",
    "\ufeff",
    "a",
    "é",
    "1",
  );
  const text = fc.string({ unit, maxLength: 200 });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    text.map(utf8),
    text.map((rest) => utf8(`slug,name\n${rest}`)),
    text.map((rest) => utf16(`id;slug;name\n${rest}`, true)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (given, size) => {
      await read(given, guessing, size).catch((error: unknown) => {
        if (!(error instanceof RefusalError)) throw error;
        expect(reasonOf(error.refusal)).not.toBeNull();
      });
    }),
    { numRuns: 400 },
  );
});
