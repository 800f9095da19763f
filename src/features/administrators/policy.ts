import type { UserId } from "@/lib/ids";
import { type Refusal, refuse } from "@/lib/refusal";
import {
  type AccessLevel,
  accessLevels,
  effectiveRights,
  type Grants,
  type Right,
} from "@/lib/rights";

/** A person as the database has them now; without grants they are no administrator, or one of no level. */
export type Standing = { userId: UserId; isActive: boolean; grants: Grants | null };

const rank = (level: AccessLevel | undefined) => (level ? accessLevels.indexOf(level) : -1);
const rightsOf = (grants: Grants | null) => (grants ? effectiveRights(grants) : new Set<Right>());

/** Whether all that the first may do the second may, too, and the first is of no higher level. */
export function isWithin(first: Grants | null, second: Grants | null): boolean {
  if (rank(first?.accessLevel) > rank(second?.accessLevel)) return false;
  const seconds = rightsOf(second);
  return [...rightsOf(first)].every((right) => seconds.has(right));
}

/** Whether somebody has a right now, as the transaction sees them. */
export function holds({ isActive, grants }: Standing, right: Right): boolean {
  return isActive && rightsOf(grants).has(right);
}

/**
 * Whether somebody may change another's rights at all: not their own, nor those of anyone who may do
 * more than they.
 */
export function mayGrantTo(granter: Standing, target: Standing): boolean {
  return (
    holds(granter, "administrators.grant") &&
    granter.userId !== target.userId &&
    isWithin(target.grants, granter.grants)
  );
}

/**
 * Whether one administrator may give another these grants. Refuses NOT_ALLOWED as `mayGrantTo` says,
 * GRANTS_TOO_MUCH where the other might then do more than the giver,
 * and ROLE_CHANGE_NOT_POSSIBLE where they would do more than now while their address is not confirmed:
 * it may be anybody's.
 */
export function refuseGrant(
  granter: Standing,
  target: Standing,
  wished: Grants,
  isConfirmed: boolean,
): Refusal | null {
  if (!mayGrantTo(granter, target)) return refuse("NOT_ALLOWED");
  if (!isConfirmed && !isWithin(wished, target.grants)) return refuse("ROLE_CHANGE_NOT_POSSIBLE");
  return isWithin(wished, granter.grants) ? null : refuse("GRANTS_TOO_MUCH");
}
