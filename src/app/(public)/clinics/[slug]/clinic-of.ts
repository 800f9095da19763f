import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { slugSchema } from "@/lib/ids";
import { api, orNotFound } from "@/trpc/server";

/**
 * The clinic of an address, read once for a page and its title; a 404 where there is none. A former
 * address leads to the present one for good.
 */
export const clinicOf = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  const clinic = await orNotFound((await api()).clinics.get({ slug }));
  if (clinic.slug !== slug) permanentRedirect(`/clinics/${clinic.slug}`);
  return clinic;
});
