import "server-only";
import { redirect } from "next/navigation";
import { pharmacyStart, stepPath } from "@/features/accounts/landing";
import { requireSignedIn } from "@/features/accounts/require";
import { api } from "@/trpc/server";

/**
 * How somebody stands who may ask for a pharmacy; who is on a staff already goes there, and who has
 * not confirmed their address does that first.
 */
export async function readJoining(next: string = pharmacyStart) {
  const actor = await requireSignedIn(next);
  if (actor.staff) redirect("/pharmacy");
  const isOther = actor.role !== "patient" && actor.role !== "pharmacy";
  if (!actor.isEmailVerified && !isOther) redirect(stepPath("verify", next));
  return (await api()).pharmacyStaff.joining();
}

/** The same, for pages that only those see whom nothing keeps from asking. */
export async function readFreeJoining(next: string) {
  const joining = await readJoining(next);
  if (joining.obstacle || joining.claim?.status === "open") redirect(pharmacyStart);
  return joining;
}
