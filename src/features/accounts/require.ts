import "server-only";
import { redirect } from "next/navigation";
import type { Right } from "@/lib/rights";
import type { Actor, Staff } from "@/server/actor";
import { pageContext } from "@/server/page-context";
import { landing, stepPath } from "./landing";
import { withQuery } from "./next-path";
import { nextStepFor } from "./policy";

/**
 * For pages: who is looking. Sends anyone else to sign in, from where they come back to `next`, a
 * path on this site; a session that has ended, or a person switched off, is told so there.
 */
export async function requireSignedIn(next: string): Promise<Actor> {
  const { asking } = await pageContext();
  if (asking.state === "signed-in") return asking.actor;
  const reason = asking.state === "anonymous" ? "needed" : asking.state;
  redirect(withQuery("/sign-in", { reason, next }));
}

/** The same, once a patient has said who they are; other roles pass. */
export async function requireOnboarded(next: string): Promise<Actor> {
  const actor = await requireSignedIn(next);
  if (actor.role === "patient" && !actor.isOnboarded) redirect(stepPath("onboard", next));
  return actor;
}

/** The same, once a patient's address is confirmed, too: what booking asks for. */
export async function requireReadyToBook(next: string): Promise<Actor> {
  const actor = await requireSignedIn(next);
  const step = nextStepFor(actor);
  if (step) redirect(stepPath(step, next));
  return actor;
}

/** Someone of one role; anyone else is brought to where they belong. A patient is onboarded, too. */
export async function requireRole(role: Actor["role"], next: string): Promise<Actor> {
  const actor = await requireOnboarded(next);
  if (actor.role !== role) redirect(landing(actor, null));
  return actor;
}

/** An administrator with a right; another one is told on the overview what is missing. */
export async function requireRight(right: Right, next: string): Promise<Actor> {
  const actor = await requireRole("admin", next);
  if (!actor.rights.has(right)) redirect(withQuery("/admin", { refused: right }));
  return actor;
}

/** Somebody on a pharmacy's staff; who left it is brought to where they can join one. */
export async function requireStaff(next: string): Promise<Actor & { staff: Staff }> {
  const actor = await requireRole("pharmacy", next);
  const { staff } = actor;
  if (!staff) redirect("/pharmacy/join");
  return { ...actor, staff };
}
