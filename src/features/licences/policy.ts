import { type Refusal, refuse } from "@/lib/refusal";

/** Nobody decides about themselves: OWN_APPLICATION where one of those concerned is the one who acts. */
export function refuseOwn(
  actorUserId: string,
  concerned: readonly (string | null)[],
): Refusal | null {
  return concerned.includes(actorUserId) ? refuse("OWN_APPLICATION") : null;
}
