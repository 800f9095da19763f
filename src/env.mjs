// The only reader of process.env. next.config.mjs calls env() when the app starts, so that it refuses
// with a sentence that names what is missing or unsafe before it answers a single request.
import { z } from "zod";

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

const most = z.int().min(1).max(1_000_000_000).optional();

/** What replaces a number of `server/limit-rules.ts`; written as JSON. */
const limitsSchema = z
  .string()
  .default("{}")
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: 'must be JSON, such as {"anonymous": 120}' });
      return z.NEVER;
    }
  })
  .pipe(
    z.strictObject({
      anonymous: most,
      signedIn: most,
      writes: most,
      administrator: most,
      pages: most,
      signIn: most,
      signInTries: most,
      signedInOften: most,
    }),
  );

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  // Next's own: "development" under `next dev`.
  NODE_ENV: z.string().optional(),
  NEXTAUTH_URL: z.url("must be the address people open, such as https://medico24.example"),
  NEXTAUTH_SECRET: z.string().min(32, "must be a random text of at least 32 characters"),
  MEDICO24_MODE: z.enum(["production", "demo", "test"]).default("production"),
  MEDICO24_CLOCK: z.iso.datetime({ offset: true }).optional(),
  DATABASE_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/, "is the name of a role, such as medico24_app")
    .optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  RATE_LIMITS: limitsSchema,
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must be a redis:// or rediss:// address")
    .optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  FIREBASE_PROJECT_ID: z.string().min(1, "is the id of the Firebase project"),
  FIREBASE_API_KEY: z.string().optional(),
  FIREBASE_AUTH_DOMAIN: z.string().optional(),
  FIREBASE_CLIENT_EMAIL: z.string().optional(),
  FIREBASE_PRIVATE_KEY: z.string().optional(),
  FIREBASE_GOOGLE_SIGN_IN: z.stringbool().default(false),
  FIREBASE_AUTH_EMULATOR_HOST: z.string().optional(),
  MAP_TILE_URL: z.string().optional(),
  MAP_TILE_ATTRIBUTION: z.string().optional(),
  STORAGE_FOLDER: z.string().default(".medico24/files"),
  STORAGE_S3_BUCKET: z.string().optional(),
  STORAGE_S3_ENDPOINT: z.url("must be the address of the store").optional(),
  STORAGE_S3_REGION: z.string().default("us-east-1"),
  STORAGE_S3_ACCESS_KEY_ID: z.string().optional(),
  STORAGE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  STORAGE_S3_PATH_STYLE: z.stringbool().default(false),
});

/** @param {string} url */
function databaseHost(url) {
  if (!URL.canParse(url)) return "";
  const { hostname, searchParams } = new URL(url);
  // The driver lets `?host=` win.
  return searchParams.getAll("host").at(-1) || hostname;
}

/**
 * @param {z.infer<typeof schema>} env
 * @returns {string[]} a sentence for each unsafe combination
 */
function unsafe(env) {
  const sentences = [];
  const isReal = env.MEDICO24_MODE === "production";
  if (env.FIREBASE_AUTH_EMULATOR_HOST) {
    if (isReal)
      sentences.push(
        "FIREBASE_AUTH_EMULATOR_HOST is set, so unsigned sign-ins would be accepted; unset it, or run the demo.",
      );
    if (!loopback.test(env.FIREBASE_AUTH_EMULATOR_HOST))
      sentences.push("FIREBASE_AUTH_EMULATOR_HOST must be on this machine (127.0.0.1).");
    if (!loopback.test(new URL(env.NEXTAUTH_URL).host))
      sentences.push(
        "With the identity emulator NEXTAUTH_URL must be on this machine (127.0.0.1).",
      );
    if (!loopback.test(databaseHost(env.DATABASE_URL)))
      sentences.push(
        "With the identity emulator DATABASE_URL must be on this machine (127.0.0.1).",
      );
  } else {
    for (const name of /** @type {const} */ ([
      "FIREBASE_API_KEY",
      "FIREBASE_AUTH_DOMAIN",
      "FIREBASE_CLIENT_EMAIL",
      "FIREBASE_PRIVATE_KEY",
    ]))
      if (!env[name]) sentences.push(`${name} is missing; the Firebase console shows it.`);
  }
  if (env.MEDICO24_CLOCK && isReal)
    sentences.push("MEDICO24_CLOCK moves the clock and is for demonstrations and tests only.");
  if (isReal && !/^https:/.test(env.NEXTAUTH_URL) && !loopback.test(new URL(env.NEXTAUTH_URL).host))
    sentences.push("NEXTAUTH_URL must be https, or session cookies would travel in the open.");
  if (!env.STORAGE_S3_ACCESS_KEY_ID !== !env.STORAGE_S3_SECRET_ACCESS_KEY)
    sentences.push("STORAGE_S3_ACCESS_KEY_ID and STORAGE_S3_SECRET_ACCESS_KEY belong together.");
  return sentences;
}

/** @param {Record<string, string | undefined>} source */
export function readEnv(source) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const complaints = parsed.success
    ? unsafe(parsed.data)
    : parsed.error.issues.map((issue) =>
        source[String(issue.path[0])]
          ? `${issue.path[0]} ${issue.message}.`
          : `${issue.path[0]} is missing.`,
      );
  if (!parsed.success || complaints.length > 0)
    throw new Error(
      `Medico24 cannot start:\n${complaints.map((line) => `  - ${line}`).join("\n")}\nSee .env.example, or run \`npm run demo\`, which needs no settings.`,
    );
  return Object.freeze(parsed.data);
}

/** @type {ReturnType<typeof readEnv> | undefined} */
let known;

/** The settings, read once. A function, so that a build needs none of them. */
export function env() {
  known ??= readEnv(process.env);
  return known;
}
