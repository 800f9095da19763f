import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { slugSchema } from "@/lib/ids";
import { api, orNotFound } from "@/trpc/server";

/** The doctor of an address, read once for a page and its title; a 404 where there is none. */
export const doctorOf = cache(async (slug: string) => {
  if (!slugSchema.safeParse(slug).success) notFound();
  return orNotFound((await api()).doctors.get({ slug }));
});
