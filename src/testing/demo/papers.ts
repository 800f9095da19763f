import { crc32, deflateSync } from "node:zlib";

/** A page of paper with a heading and lines, as a PDF that every reader opens; Latin letters alone. */
export function paper(heading: string, lines: readonly string[]): Buffer {
  const text = (words: string) => `(${words.replace(/[\\()]/g, "\\$&")}) Tj`;
  const drawing = [
    "0.2 0.35 0.5 RG 3 w 36 36 523 770 re S",
    `BT /F1 22 Tf 72 720 Td ${text(heading)} ET`,
    `BT /F1 13 Tf 20 TL 72 670 Td ${lines.map((line) => `${text(line)} T*`).join(" ")} ET`,
  ].join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${Buffer.byteLength(drawing, "latin1")}>>stream\n${drawing}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const begin = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + begin + end, "latin1");
}

const width = 480;
const height = 300;

/** A card with a portrait and lines of writing, as a PNG; `tint` from 0 to 255 tells cards apart. */
export function card(tint: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) row.set(colourAt(x, y, tint), 1 + x * 3);
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, tint: number): [number, number, number] {
  const isFace = (x - 110) ** 2 + (y - 130) ** 2 < 45 ** 2;
  const isBody = y > 185 && y < 240 && Math.abs(x - 110) < 70;
  const isLine = x > 220 && x < 440 - (y % 90) && y > 80 && y < 250 && y % 34 < 10;
  if (y < 44) return [40, 70 + (tint >> 2), 110];
  if (isFace || isBody) return [150, 120 + (tint >> 3), 110];
  return isLine ? [90, 95, 105] : [225, 230 - (tint >> 4), 238];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
