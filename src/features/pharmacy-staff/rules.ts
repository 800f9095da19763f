import { type Refusal, refuse } from "@/lib/refusal";
import { readStaffRights, type StaffPermissions, type StaffPosition } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import { mayJoin } from "./policy";

/** How long a link of an invitation can be used. */
export const invitationLifetime = { hours: 7 * 24 } as const;

export type JoinFacts = {
  role: "patient" | "doctor" | "admin" | "pharmacy";
  isActive: boolean;
  email: string;
  isEmailVerified: boolean;
  /** They work at a pharmacy today. */
  isStaff: boolean;
  /** Appointments of their own that are still to come. */
  patientAhead: number;
};

/**
 * Whether somebody may become one of a pharmacy's staff. Refuses ROLE_CHANGE_NOT_POSSIBLE to other
 * roles, EMAIL_NOT_VERIFIED, WORKS_ELSEWHERE, and APPOINTMENTS_AHEAD to patients: what they have
 * booked they keep until it is over or cancelled.
 */
export function refuseJoining(facts: Omit<JoinFacts, "email">): Refusal | null {
  if (!mayJoin(facts) || !facts.isActive) return refuse("ROLE_CHANGE_NOT_POSSIBLE");
  if (!facts.isEmailVerified) return refuse("EMAIL_NOT_VERIFIED");
  if (facts.isStaff) return refuse("WORKS_ELSEWHERE");
  return facts.patientAhead > 0 ? refuse("APPOINTMENTS_AHEAD") : null;
}

export type Colleague = { position: StaffPosition; permissions: unknown };

const rightsOf = ({ position, permissions }: Colleague) => readStaffRights(position, permissions);

/** Whether everything that one may do, the other may, too; owners are above everyone. */
function isWithin(one: Colleague, other: Colleague): boolean {
  if (other.position === "owner") return true;
  const has = rightsOf(other);
  return one.position !== "owner" && [...rightsOf(one)].every((right) => has.has(right));
}

/**
 * Whether somebody may manage a colleague. Refuses NOT_ALLOWED: without the right, for oneself, and
 * for who may do more than they may themselves.
 */
export function refuseManaging<T extends Colleague>(actor: T, target: T): Refusal | null {
  const isOpen = rightsOf(actor).has("colleagues.manage") && actor !== target;
  return isOpen && isWithin(target, actor) ? null : refuse("NOT_ALLOWED");
}

/** NOT_ALLOWED without the right to invite. */
export function refuseInviting(actor: Colleague): Refusal | null {
  return rightsOf(actor).has("colleagues.manage") ? null : refuse("NOT_ALLOWED");
}

/** GRANTS_TOO_MUCH for a position with rights beyond one's own; only an owner makes owners. */
export function refuseGrant(actor: Colleague, given: Colleague): Refusal | null {
  return isWithin(given, actor) ? null : refuse("GRANTS_TOO_MUCH");
}

/**
 * LAST_OWNER where nobody would own the pharmacy any more; `owners` are those whose account is on, and
 * one that is off is none to be kept.
 */
export function refuseLastOwner(
  target: Colleague & { isActive: boolean },
  after: StaffPosition | null,
  owners: number,
): Refusal | null {
  const isLast = target.position === "owner" && target.isActive && after !== "owner" && owners <= 1;
  return isLast ? refuse("LAST_OWNER") : null;
}

/** Only what differs from the position is kept, and of an owner nothing. */
export function ownPermissions(
  position: StaffPosition,
  permissions: StaffPermissions,
): StaffPermissions | null {
  const plain = readStaffRights(position, null);
  const own = Object.entries(permissions).filter(
    ([right, isGiven]) => plain.has(right as keyof StaffPermissions) !== isGiven,
  );
  return position === "owner" || own.length === 0 ? null : Object.fromEntries(own);
}

export type InvitationFacts = {
  expiresAt: Instant;
  isAccepted: boolean;
  isWithdrawn: boolean;
  position: StaffPosition;
  /** Whoever sent it, as they stand today; null where they have left. */
  inviter: Colleague | null;
};
export type InvitationState = "open" | "used" | "withdrawn" | "expired";

/** How an invitation stands; one by somebody who could not send it today is as good as withdrawn. */
export function invitationState(invitation: InvitationFacts, now: Instant): InvitationState {
  const { inviter, position } = invitation;
  if (invitation.isAccepted) return "used";
  if (invitation.isWithdrawn || !inviter || !rightsOf(inviter).has("colleagues.manage"))
    return "withdrawn";
  if (refuseGrant(inviter, { position, permissions: null })) return "withdrawn";
  return invitation.expiresAt.epochMilliseconds > now.epochMilliseconds ? "open" : "expired";
}

/** Addresses are one whatever their case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** "r•••@example.org": enough to know one's own address by, too little to learn another's. */
export function maskAddress(email: string): string {
  return email.replace(/^(.).*@/, "$1•••@");
}
