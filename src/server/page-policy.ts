import type { env } from "@/env.mjs";

type Settings = Pick<
  ReturnType<typeof env>,
  | "NODE_ENV"
  | "NEXTAUTH_URL"
  | "MAP_TILE_URL"
  | "FIREBASE_AUTH_DOMAIN"
  | "FIREBASE_AUTH_EMULATOR_HOST"
  | "FIREBASE_GOOGLE_SIGN_IN"
>;

/** Where the Firebase library in a browser asks: who signs in, and for a fresh token. */
const identityService = [
  "https://identitytoolkit.googleapis.com",
  "https://securetoken.googleapis.com",
];

/** The origin of the map's tiles; {s} stands for any of its hosts. */
function tileOrigin(url: string | undefined): string[] {
  const origin = /^https?:\/\/[^/\s;,]+/.exec(url ?? "")?.[0];
  return origin ? [origin.replace(/\{\w+\}/, "*")] : [];
}

/**
 * What a page may load and where it may speak. A script runs only if it carries this answer's nonce
 * or was loaded by one that does, so text that somebody typed never runs.
 */
export function pagePolicy(nonce: string, settings: Settings): string {
  const emulator = settings.FIREBASE_AUTH_EMULATOR_HOST;
  const windows = settings.FIREBASE_GOOGLE_SIGN_IN
    ? [`https://${settings.FIREBASE_AUTH_DOMAIN}`]
    : [];
  // While one works on it, React explains errors by `eval`, and Next's own tools write styles.
  const isDevelopment = settings.NODE_ENV === "development";
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    // Lengths and places that are computed: bars, hours of a week. A style on one element selects nothing.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", ...tileOrigin(settings.MAP_TILE_URL)],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(emulator ? [`http://${emulator}`] : identityService)],
    "frame-src": ["'self'", ...windows],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(isHttps(settings) && { "upgrade-insecure-requests": [] }),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** The headers of every page. What is the same for all answers is in next.config.mjs. */
export function pageHeaders(policy: string, settings: Settings): Record<string, string> {
  return {
    "Content-Security-Policy": policy,
    // Google's window must be able to answer the page that opened it.
    "Cross-Origin-Opener-Policy": settings.FIREBASE_GOOGLE_SIGN_IN
      ? "same-origin-allow-popups"
      : "same-origin",
    ...(isHttps(settings) && {
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    }),
  };
}

function isHttps({ NEXTAUTH_URL }: Settings): boolean {
  return NEXTAUTH_URL.startsWith("https:");
}
