import type { MetadataRoute } from "next";

/** Doctors and clinics are for everyone to find; what belongs to a person is not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/account", "/admin", "/agenda", "/appointments", "/book", "/messages"],
    },
  };
}
