import { describe, expect, test } from "vitest";
import { pageHeaders, pagePolicy } from "./page-policy";

const settings = {
  NODE_ENV: "production",
  NEXTAUTH_URL: "https://medico24.example",
  MAP_TILE_URL: undefined,
  FIREBASE_AUTH_DOMAIN: "medico24.firebaseapp.com",
  FIREBASE_AUTH_EMULATOR_HOST: undefined,
  FIREBASE_GOOGLE_SIGN_IN: false,
};

function policy(changes: Partial<typeof settings> | Record<string, unknown> = {}) {
  const text = pagePolicy("abc", { ...settings, ...changes } as typeof settings);
  return Object.fromEntries(
    text.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("the policy of a page", () => {
  test("lets nothing run but what carries the nonce, and nothing frame it", () => {
    expect(policy()).toMatchObject({
      "default-src": "'self'",
      "script-src": "'nonce-abc' 'strict-dynamic'",
      "style-src": "'self' 'nonce-abc'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      "upgrade-insecure-requests": "",
    });
  });

  test("speaks with the identity service, or with its emulator alone", () => {
    expect(policy()["connect-src"]).toBe(
      "'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com",
    );
    const demo = {
      FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:3001",
      NEXTAUTH_URL: "http://127.0.0.1",
    };
    expect(policy(demo)["connect-src"]).toBe("'self' http://127.0.0.1:3001");
    expect(policy(demo)).not.toHaveProperty("upgrade-insecure-requests");
  });

  test("frames Google's window only where there is its button", () => {
    expect(policy()["frame-src"]).toBe("'self'");
    expect(policy({ FIREBASE_GOOGLE_SIGN_IN: true })["frame-src"]).toBe(
      "'self' https://medico24.firebaseapp.com",
    );
  });

  test.each([
    ["https://{s}.tile.example/{z}/{x}/{y}.png", "https://*.tile.example"],
    ["https://tile.example:8080/{z}/{x}/{y}.png?key=1", "https://tile.example:8080"],
    ["https://tile.example; script-src *", "https://tile.example"],
    ["nonsense; script-src *", ""],
  ])("lets the map's tiles in: %s", (MAP_TILE_URL, origin) => {
    expect(policy({ MAP_TILE_URL })["img-src"]).toBe(`'self' data: blob: ${origin}`.trim());
  });
});

test("a browser that came over https comes over https for two years", () => {
  expect(pageHeaders("p", settings)).toEqual({
    "Content-Security-Policy": "p",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  });
  const plain = { ...settings, NEXTAUTH_URL: "http://127.0.0.1:3000" };
  expect(pageHeaders("p", plain)).not.toHaveProperty("Strict-Transport-Security");
});
