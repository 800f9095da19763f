import { expect, test } from "vitest";
import { readEnv } from "./env.mjs";

const common = {
  DATABASE_URL: "postgres://medico24@db.example/medico24",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  FIREBASE_PROJECT_ID: "medico24",
};
const real = {
  ...common,
  NEXTAUTH_URL: "https://medico24.example",
  FIREBASE_API_KEY: "key",
  FIREBASE_AUTH_DOMAIN: "medico24.firebaseapp.com",
  FIREBASE_CLIENT_EMAIL: "server@medico24.iam.gserviceaccount.com",
  FIREBASE_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----",
};
const demo = {
  ...common,
  MEDICO24_MODE: "demo",
  DATABASE_URL: "postgresql://postgres@127.0.0.1:54329/postgres",
  NEXTAUTH_URL: "http://127.0.0.1:3000",
  FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099",
};

test("a whole set of settings is read, with what may be left out filled in", () => {
  expect(readEnv(real)).toMatchObject({ MEDICO24_MODE: "production", DATABASE_POOL_SIZE: 10 });
  expect(readEnv(demo)).toMatchObject({ MEDICO24_MODE: "demo", FIREBASE_GOOGLE_SIGN_IN: false });
  expect(Object.isFrozen(readEnv(real))).toBe(true);
});

test("an empty setting is a missing one", () => {
  expect(() => readEnv({ ...real, NEXTAUTH_SECRET: "" })).toThrow("NEXTAUTH_SECRET is missing.");
});

test("everything that is wrong is said at once, by name", () => {
  const said = messageOf({ ...common, DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: "short" });
  expect(said).toContain("DATABASE_URL must be a postgresql:// address.");
  expect(said).toContain("NEXTAUTH_URL is missing.");
  expect(said).toContain("NEXTAUTH_SECRET must be a random text of at least 32 characters.");
});

test("a value is never repeated: it may be a secret", () => {
  expect(messageOf({ ...real, NEXTAUTH_SECRET: "hunter2" })).not.toContain("hunter2");
});

test.each([
  [{ ...real, FIREBASE_PRIVATE_KEY: "" }, "FIREBASE_PRIVATE_KEY is missing"],
  [{ ...real, FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099" }, "unsigned sign-ins"],
  [{ ...demo, MEDICO24_MODE: "production" }, "unsigned sign-ins"],
  [{ ...demo, FIREBASE_AUTH_EMULATOR_HOST: "10.0.0.5:9099" }, "must be on this machine"],
  [{ ...demo, FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1.evil.example" }, "must be on this machine"],
  [{ ...demo, NEXTAUTH_URL: "https://medico24.example" }, "NEXTAUTH_URL must be on this machine"],
  [{ ...demo, DATABASE_URL: common.DATABASE_URL }, "DATABASE_URL must be on this machine"],
  [{ ...demo, DATABASE_URL: `${demo.DATABASE_URL}?host=db.example` }, "DATABASE_URL must be on"],
  [{ ...demo, DATABASE_URL: "postgres://127.0.0.1:x/y" }, "DATABASE_URL must be on this machine"],
  [{ ...real, NEXTAUTH_URL: "http://medico24.example" }, "must be https"],
  [{ ...real, MEDICO24_CLOCK: "2026-11-01T12:00:00Z" }, "MEDICO24_CLOCK moves the clock"],
  [{ ...real, MEDICO24_MODE: "staging" }, "MEDICO24_MODE"],
  [{ ...real, STORAGE_S3_ACCESS_KEY_ID: "key" }, "belong together"],
  [{ ...real, STORAGE_S3_ENDPOINT: "the cellar" }, "STORAGE_S3_ENDPOINT must be the address"],
])("unsafe or incomplete settings are refused (case %#)", (settings, sentence) => {
  expect(messageOf(settings)).toContain(sentence);
});

function messageOf(settings: Record<string, string>): string {
  try {
    readEnv(settings);
  } catch (error) {
    return String(error);
  }
  return "";
}

test("limits are numbers for names that there are", () => {
  const read = (RATE_LIMITS: string) => readEnv({ ...demo, RATE_LIMITS }).RATE_LIMITS;
  expect(read("")).toEqual({});
  expect(read('{"anonymous": 120}')).toEqual({ anonymous: 120 });
  for (const wrong of ["120", '{"anonymous": 0}', '{"anonimous": 120}', "{anonymous: 120}"])
    expect(() => read(wrong)).toThrow(/RATE_LIMITS/);
});
