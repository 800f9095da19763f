import { deflateSync } from "node:zlib";
import type { UserId } from "@/lib/ids";
import { testDatabase } from "@/testing/database";
import { createUser, type UserOverrides } from "@/testing/factories/user";
import type { Begin } from "./schema";

export const begin: Begin = {
  givenName: "Ana",
  familyName: "Silva",
  phone: "",
  specialization: "Cardiology",
  subSpecialization: "",
  licenseNumber: "IL-036-1234",
  licenseAuthority: "Illinois Department of Professional Regulation",
  licenseCountry: "US",
  licenseExpiresOn: "2029-12-31",
};

/** Someone who has signed up and confirmed the address, and nothing more. */
export async function newcomer(overrides: UserOverrides = {}): Promise<{ userId: UserId }> {
  const user = await createUser(testDatabase(), { isOnboarded: false, ...overrides });
  return { userId: user.id as UserId };
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

export const aPdf = (words = "A licence") =>
  latin1(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** One grey pixel. */
export function aPng(): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, latin1(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return new Uint8Array(
    Buffer.concat([
      latin1("\x89PNG\r\n\x1a\n"),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
      latin1("\0\0\0\0IEND\xAE\x42\x60\x82"),
    ]),
  );
}

export const aJpeg = () => latin1("\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xD9");

export function aWebp(): Uint8Array {
  const body = latin1("WEBPVP8L\x08\0\0\0\x2F\0\0\0\0\0\0\0");
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return new Uint8Array(Buffer.concat([latin1("RIFF"), size, body]));
}

/** A body as a request streams it: in small pieces. */
export function streamOf(bytes: Uint8Array, piece = 1000): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
    },
  });
}
