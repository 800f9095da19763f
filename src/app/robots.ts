import type { MetadataRoute } from "next";
import { env } from "@/env.mjs";

// The address of the site is a setting of the running app, not of its build.
export const dynamic = "force-dynamic";

/** Doctors, clinics and pharmacies are for everyone to find; what belongs to a person is not. */
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
    sitemap: ["/sitemap.xml", "/pharmacies/sitemap.xml"].map(
      (path) => new URL(path, env().NEXTAUTH_URL).href,
    ),
  };
}
