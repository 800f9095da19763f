import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireRight } from "@/features/accounts/require";
import { districtInput } from "@/features/duty/schema";
import { api, orNotFound } from "@/trpc/server";

/** The district of an address, for whoever may edit it. */
export const districtOf = cache(async (districtId: string, path: string) => {
  await requireRight("duty.edit", path);
  if (!districtInput.safeParse({ districtId }).success) notFound();
  return orNotFound((await api()).duty.district({ districtId }));
});
