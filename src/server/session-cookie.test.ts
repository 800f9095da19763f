import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { openTicket, sealTicket, sessionCookie } from "./session-cookie";

const key = "a-secret-for-tests-that-is-long-enough";
const ticket = {
  userId: "2f1f0f9e-6a39-4bb5-9a5e-0d8f0c5b8a11",
  familyId: "0b0d6c1c-1f0b-4f3a-8a53-7f7a3c0f9d22",
  secret: "s",
  rotatedAt: 1,
};

test("a ticket comes back as it was, and tells a reader nothing", async () => {
  const sealed = await sealTicket(ticket, key);
  expect(await openTicket(sealed, key)).toEqual(ticket);
  for (const part of sealed.split("."))
    expect(Buffer.from(part, "base64url").toString()).not.toContain(ticket.userId);
});

test("what is forged, expired, bent or something else is no ticket", async () => {
  const sealed = await sealTicket(ticket, key);
  const expired = await encode({ token: { ...ticket }, secret: key, maxAge: -60 });
  const other = await encode({ token: { sub: "1" }, secret: key });
  for (const text of [await sealTicket(ticket, `${key}!`), `${sealed}x`, expired, other, "", "x"])
    expect(await openTicket(text, key)).toBeNull();
});

test("the cookie is out of reach of scripts and other sites, and secure on https", () => {
  expect(sessionCookie("http://127.0.0.1:3000")).toMatchObject({
    name: "medico24.session",
    options: { httpOnly: true, sameSite: "lax", secure: false, maxAge: 2_592_000 },
  });
  expect(sessionCookie("https://medico24.example")).toMatchObject({
    name: "__Secure-medico24.session",
    options: { secure: true },
  });
});
