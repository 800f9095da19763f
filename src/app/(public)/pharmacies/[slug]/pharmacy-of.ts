import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { slugSchema } from "@/lib/ids";
import { api, orNotFound } from "@/trpc/server";

/**
 * The pharmacy of an address, read once for a page and its title; a 404 where none is listed. A former
 * address leads to the present one for good.
 */
export const pharmacyOf = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  const pharmacy = await orNotFound((await api()).pharmacies.get({ slug }));
  if (pharmacy.slug !== slug) permanentRedirect(`/pharmacies/${pharmacy.slug}`);
  return pharmacy;
});
