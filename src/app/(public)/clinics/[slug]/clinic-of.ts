import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { slugSchema } from "@/lib/ids";
import { api, orNotFound } from "@/trpc/server";

/** The clinic of an address, read once for a page and its title; a 404 where there is none. */
export const clinicOf = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  return orNotFound((await api()).clinics.get({ slug }));
});
