import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aJpeg, aPdf, aPng, aWebp, streamOf } from "./application.test-support";
import { mostBytes, refuseSize } from "./documents";
import { takeIn } from "./intake";

const notAccepted = { refusal: { code: "FILE_NOT_ACCEPTED" } };
const join = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, "latin1"))));

async function through(file: Uint8Array, size = file.length) {
  const intake = await takeIn(streamOf(file), size);
  const chunks: Uint8Array[] = [];
  for await (const chunk of intake.bytes) chunks.push(chunk);
  return { ...intake, bytes: new Uint8Array(Buffer.concat(chunks)), sha256: intake.sha256() };
}

describe("a file that is one of ours", () => {
  test.each([
    ["application/pdf", aPdf()],
    ["image/png", aPng()],
    ["image/jpeg", aJpeg()],
    ["image/webp", aWebp()],
    ["application/pdf", aPdf("x".repeat(200_000))],
    // A phone writes a preview behind the picture.
    ["image/jpeg", join(aJpeg(), "SEFT\0\0preview")],
  ])("passes whole as %s", async (type, file) => {
    expect(await through(file)).toEqual({
      type,
      bytes: file,
      sha256: createHash("sha256").update(file).digest("hex"),
    });
  });
});

const archiveEnd = `PK\x05\x06${"\0".repeat(18)}`;

describe("what is refused, whatever it is called", () => {
  test.each<[string, Uint8Array | string]>([
    ["nothing", ""],
    ["words", "My licence number is 12."],
    ["a Windows program", `MZ\x90\0${"\0".repeat(200)}PE\0\0`],
    ["a Linux program", `\x7FELF\x02\x01\x01${"\0".repeat(200)}`],
    ["a script", "#!/bin/sh\nrm -rf /\n"],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a drawing that can run", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["an archive", `PK\x03\x04${"\0".repeat(60)}${archiveEnd}`],
    ["another image", "GIF89a\x01\0\x01\0\0\0\0;"],
    ["only the beginning of a PDF", "%PDF-1.4\n"],
    ["a PDF with a page at its head", join("%PDF-1.4\n<html><script>x</script>", aPdf())],
    ["a page and then a PDF", join("<html>", aPdf())],
    ["a PDF with a program behind", join(aPdf(), "MZ", "\0".repeat(5000))],
    ["a PDF with an archive behind", join(aPdf(), "PK\x03\x04", archiveEnd)],
    ["a picture with an archive behind", join(aJpeg(), "PK\x03\x04", archiveEnd)],
    ["a picture that is a PDF, too", join(aJpeg(), aPdf())],
    ["a picture with words behind", join(aPng(), "<script>")],
    ["a WebP with words behind", join(aWebp(), "more than it says")],
    ["half a PNG", aPng().slice(0, 40)],
  ])("%s", async (_, content) => {
    await expect(through(join(content))).rejects.toMatchObject(notAccepted);
  });

  test("a body longer or shorter than was said", async () => {
    const file = aPdf("x".repeat(9000));
    await expect(through(file, file.length - 1)).rejects.toMatchObject(notAccepted);
    await expect(through(file, file.length + 1)).rejects.toMatchObject(notAccepted);
  });

  test("a size, before a byte is read", () => {
    expect(refuseSize(mostBytes)).toBeNull();
    expect(refuseSize(0)).toEqual({ code: "FILE_NOT_ACCEPTED" });
    expect(refuseSize(mostBytes + 1)).toEqual({
      code: "FILE_TOO_LARGE",
      params: { megabytes: 10 },
    });
  });
});

test("what was refused is not read to its end", async () => {
  let pulled = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1000).fill(65));
    },
    cancel() {
      isCancelled = true;
    },
  });
  await expect(takeIn(body, mostBytes)).rejects.toMatchObject(notAccepted);
  expect(pulled).toBeLessThan(10);
  expect(isCancelled).toBe(true);
});
