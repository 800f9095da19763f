import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { clinicRef } from "@/features/registry/schema";
import { api, orNotFound } from "@/trpc/server";

/** The clinic of an address, read once for a page and its title; a 404 where there is none. */
export const clinicOf = cache(async (clinicId: string) => {
  if (!clinicRef.safeParse({ clinicId }).success) notFound();
  return orNotFound((await api()).registry.clinic({ clinicId }));
});
