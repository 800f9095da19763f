import type { NewMessage } from "@/features/notifications/store";
import type { UserId } from "@/lib/ids";
import type { StaffPosition } from "@/lib/staff-rights";

/*
 * What people are told about a pharmacy of theirs, in the words of their inbox.
 */

const message = (userId: UserId, kind: string, title: string, body: string): NewMessage => ({
  userId,
  kind,
  title,
  body,
  data: {},
});

const positionWords: Record<StaffPosition, string> = {
  owner: "owner",
  manager: "manager",
  pharmacist: "pharmacist",
  staff: "member of staff",
};

export const approvedMessage = (userId: UserId, pharmacy: string, isListed: boolean) =>
  message(
    userId,
    "pharmacy_claim_approved",
    "You can now keep your pharmacy’s page",
    `You are on the staff of ${pharmacy}. You were signed out everywhere; sign in again to go on.${
      isListed ? "" : " It is shown to the public once it is verified, which is the next step."
    }`,
  );

export const rejectedMessage = (userId: UserId, pharmacy: string, reason: string) =>
  message(
    userId,
    "pharmacy_claim_rejected",
    "Your request for a pharmacy was not approved",
    `${pharmacy}: ${reason} You can ask again.`,
  );

export const invitedMessage = (userId: UserId, pharmacy: string, position: StaffPosition) =>
  message(
    userId,
    "pharmacy_invitation",
    "You are invited to a pharmacy",
    `${pharmacy} invites you as ${positionWords[position]}. Choose “For pharmacies” at the foot of any page to accept; that is possible for seven days.`,
  );

export const acceptedMessage = (userId: UserId, pharmacy: string, name: string) =>
  message(
    userId,
    "pharmacy_invitation_accepted",
    "A colleague has joined",
    `${name} is now on the staff of ${pharmacy}.`,
  );

export const changedMessage = (userId: UserId, pharmacy: string, position: StaffPosition) =>
  message(
    userId,
    "pharmacy_position",
    "Your rights at the pharmacy have changed",
    `At ${pharmacy} you are now ${positionWords[position]}. What you may do there is shown on its pages.`,
  );

export const removedMessage = (userId: UserId, pharmacy: string) =>
  message(
    userId,
    "pharmacy_left",
    "You are no longer on a pharmacy’s staff",
    `${pharmacy} has ended your access to its pages.`,
  );
