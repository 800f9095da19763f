import type { MetadataRoute } from "next";
import { env } from "@/env.mjs";

// The address of the site is a setting of the running app, not of its build.
export const dynamic = "force-dynamic";

/** Doctors and clinics are for everyone to find; what belongs to a person is not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/account",
        "/admin",
        "/agenda",
        "/appointments",
        "/book",
        "/calendar/",
        "/documents/",
        "/messages",
        "/practice",
      ],
    },
    sitemap: new URL("/sitemap.xml", env().NEXTAUTH_URL).href,
  };
}
