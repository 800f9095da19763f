import { describe, expect, test } from "vitest";
import { messageReader } from "./wire-messages.mjs";

function message(type: string, body = ""): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

function startup(code = 196_608): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(8, 0);
  bytes.writeInt32BE(code, 4);
  return bytes;
}

function startedReader() {
  const reader = messageReader("c1_");
  reader.take(startup());
  return reader;
}

describe("cutting a client's bytes into units", () => {
  test("encryption is refused before the startup message", () => {
    const found = messageReader("c1_").take(Buffer.concat([startup(80_877_103), startup()]));
    expect(found.map((each) => each.kind)).toEqual(["refuse-encryption", "unit"]);
  });

  test("a prepared query is one unit up to its Sync, however the bytes arrive", () => {
    const bytes = Buffer.concat(["P", "B", "D", "E", "S"].map((type) => message(type, "\0\0abc")));
    const reader = startedReader();
    const found = [...bytes].flatMap((byte) => reader.take(Buffer.from([byte])));
    expect(found).toEqual([{ kind: "unit", bytes, isOpen: false }]);
  });

  test("two simple queries in one packet are two units", () => {
    const found = startedReader().take(Buffer.concat([message("Q", "a"), message("Q", "b")]));
    expect(found).toHaveLength(2);
  });

  test("a Flush ends a unit that still owns the engine", () => {
    const found = startedReader().take(Buffer.concat([message("P"), message("H")]));
    expect(found).toMatchObject([{ kind: "unit", isOpen: true }]);
  });

  test("a client's named statements are its own, and are forgotten with it", () => {
    const reader = startedReader();
    const names = (name: string) =>
      Buffer.concat([
        message("P", `${name}\0SELECT 1\0\0\0`),
        message("B", `\0${name}\0rest`),
        message("D", `S${name}\0`),
        message("D", "Pportal\0"),
        message("S"),
      ]);
    expect(reader.take(names("s0"))).toEqual([
      { kind: "unit", bytes: names("c1_s0"), isOpen: false },
    ]);
    reader.take(names("s1"));
    reader.take(Buffer.concat([message("C", "Ss0\0"), message("S")]));
    expect(reader.closeAll()).toEqual(message("C", "Sc1_s1\0"));
  });

  test("terminate and cancel end the connection, and so does nonsense", () => {
    expect(startedReader().take(message("X"))).toEqual([{ kind: "end" }]);
    expect(messageReader("c1_").take(startup(80_877_102))).toEqual([{ kind: "cancel" }]);
    expect(messageReader("c1_").take(Buffer.from("GET / HTTP/1.1\r\n"))).toEqual([{ kind: "end" }]);
  });
});
