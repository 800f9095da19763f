import type { NewMessage } from "@/features/notifications/store";
import type { UserId } from "@/lib/ids";
import { formatDayTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { givenStatuses } from "./schema-names";

/*
 * What people are told about a clinic, in the words of their inbox.
 */

type Words = Pick<NewMessage, "kind" | "title" | "body">;

const closings: Record<(typeof givenStatuses)[number], [title: string, body: string]> = {
  active: ["Clinic open again", "is open again. Your times there can be booked as before."],
  temporarily_closed: [
    "Clinic closed for now",
    "is closed for now and takes no bookings. Appointments that stand there are decided about one by one; nothing was cancelled.",
  ],
  permanently_closed: [
    "Clinic closed for good",
    "has closed for good and takes no bookings. Appointments that stand there are decided about one by one; nothing was cancelled.",
  ],
  inactive: [
    "Clinic no longer listed",
    "is no longer listed and takes no bookings. Appointments that stand there are decided about one by one; nothing was cancelled.",
  ],
};

/** The same words for each of these people. */
export const toAll = (users: readonly UserId[], words: Words): NewMessage[] =>
  users.map((userId) => ({ ...words, userId, data: {} }));

export function statusWords(name: string, status: (typeof givenStatuses)[number]): Words {
  const [title, body] = closings[status];
  return { kind: "clinic_status", title, body: `${name} ${body}` };
}

export const approvedWords = (name: string): Words => ({
  kind: "clinic_approved",
  title: "Your clinic is on the list",
  body: `${name} can be found now. Set your hours there, and patients can book you.`,
});

export const declinedWords = (name: string, reason: string): Words => ({
  kind: "clinic_declined",
  title: "Your clinic was not taken up",
  body: `${name} was not added to the list: ${reason} You can’t be booked there; choose another clinic, or propose it again.`,
});

export const movedWords = (goes: string, stays: string): Words => ({
  kind: "clinic_merged",
  title: "Two entries of one clinic were merged",
  body: `${goes} is now listed as ${stays}. Your hours and appointments there are as they were.`,
});

export const endedWords = (goes: string, stays: string): Words => ({
  kind: "clinic_merged",
  title: "Two entries of one clinic were merged",
  body: `${goes} is now listed as ${stays}, where you worked already. One of your two entries has ended and its appointments moved to the other: look at your hours at ${stays}.`,
});

export const mergedProposalWords = (goes: string, stays: string): Words => ({
  kind: "clinic_merged",
  title: "Your clinic was there already",
  body: `${goes}, which you proposed, is the same as ${stays}. You find it under that name.`,
});

export const zoneWords = (name: string, zone: string): Words => ({
  kind: "clinic_zone",
  title: "A clinic’s clock was put right",
  body: `${name} is now on the clock of ${zone.replaceAll("_", " ")}. Your hours there are read on it; appointments that stand keep their moment.`,
});

/** To a patient whose appointment is at the same moment, which the clinic's clock now shows otherwise. */
export const rezonedWords = (name: string, zone: string, startsAt: Instant): Words => ({
  kind: "appointment_zone",
  title: "Your appointment reads differently",
  body: `The clock of ${name} was put right. Your appointment is at the same moment: ${formatDayTime(startsAt, zone)}, ${zoneName(zone, startsAt)}.`,
});
