import { holds, isWithin, mayGrantTo, type Standing } from "@/features/administrators/policy";
import { type Refusal, refuse } from "@/lib/refusal";

/**
 * Whether somebody may switch another's account off or on. Refuses NOT_ALLOWED: without the right,
 * for oneself, and for an administrator of a higher level or who may do anything that they may not.
 */
export function refuseSwitching(actor: Standing, target: Standing): Refusal | null {
  const isOpen = holds(actor, "people.deactivate") && actor.userId !== target.userId;
  return isOpen && isWithin(target.grants, actor.grants) ? null : refuse("NOT_ALLOWED");
}

/**
 * The same for another's role. Whoever makes an administrator, or takes that away, must be one who
 * may change their rights.
 */
export function refuseNewRole(
  actor: Standing,
  target: Standing,
  touchesRights: boolean,
): Refusal | null {
  const isOpen =
    holds(actor, "people.role") &&
    (!touchesRights || mayGrantTo(actor, target)) &&
    actor.userId !== target.userId;
  return isOpen && isWithin(target.grants, actor.grants) ? null : refuse("NOT_ALLOWED");
}
