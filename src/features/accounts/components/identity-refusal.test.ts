import { expect, test } from "vitest";
import { RefusalError, refuse } from "@/lib/refusal";
import { identityRefusal, isChangeOfMind } from "./identity-refusal";

const said = (error: unknown) => identityRefusal(error, "Too easy.");
const code = (name: string) => ({ code: `auth/${name}`, message: "secret details" });

test.each(["wrong-password", "user-not-found", "invalid-credential", "invalid-login-credentials"])(
  "%s tells nobody who has an account",
  (name) => {
    expect(said(code(name))).toEqual({ code: "WRONG_CREDENTIALS" });
  },
);

test.each([
  ["too-many-requests", "TOO_MANY_TRIES"],
  ["network-request-failed", "TRY_AGAIN"],
  ["user-disabled", "ACCOUNT_DEACTIVATED"],
  ["email-already-in-use", "EMAIL_IN_USE"],
  ["expired-action-code", "LINK_NOT_VALID"],
  ["invalid-action-code", "LINK_NOT_VALID"],
  ["something-new", "UNEXPECTED"],
])("%s is %s", (name, refusal) => {
  expect(said(code(name))).toEqual({ code: refusal });
});

test("what is wrong with an answer stands beside it", () => {
  expect(said(code("weak-password")).fields).toEqual({ password: "Too easy." });
  expect(said(code("invalid-email")).fields).toEqual({ email: "email" });
});

test("our own refusals and lost connections keep their meaning", () => {
  expect(said(new RefusalError(refuse("ACCOUNT_DEACTIVATED"))).code).toBe("ACCOUNT_DEACTIVATED");
  expect(said(new TypeError("Failed to fetch")).code).toBe("TRY_AGAIN");
});

test("closing Google's window is no error", () => {
  expect(isChangeOfMind(code("popup-closed-by-user"))).toBe(true);
  expect(isChangeOfMind(code("wrong-password"))).toBe(false);
});
