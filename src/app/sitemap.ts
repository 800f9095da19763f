import type { MetadataRoute } from "next";
import { env } from "@/env.mjs";
import { api } from "@/trpc/server";

// Doctors and clinics come and go: made anew when asked for, never at build time. Pharmacies are too
// many for one file: pharmacies/sitemap.xml.
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const calls = await api();
  const [doctors, clinics] = await Promise.all([calls.doctors.slugs(), calls.clinics.list()]);
  const page = (path: string, changed?: Date | null) => ({
    url: new URL(path, env().NEXTAUTH_URL).toString(),
    ...(changed && { lastModified: changed }),
  });
  return [
    page("/"),
    page("/doctors"),
    page("/clinics"),
    page("/pharmacies"),
    page("/pharmacies/duty"),
    ...doctors.map(({ slug, updatedAt }) => page(`/doctors/${slug}`, updatedAt)),
    ...clinics.map(({ slug, updatedAt }) => page(`/clinics/${slug}`, updatedAt)),
  ];
}
