import "server-only";
import { redirect } from "next/navigation";
import { requireRole } from "@/features/accounts/require";
import type { Actor } from "@/server/actor";

/** A doctor who has begun to say who they are; one who has not is brought to where they do. */
export async function requireOwnPractice(next: string): Promise<Actor> {
  const actor = await requireRole("doctor", next);
  if (!actor.doctorId) redirect("/practice/application");
  return actor;
}
