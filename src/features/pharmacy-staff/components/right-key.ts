import type { StaffRight } from "@/lib/staff-rights";

const keys = {
  "hours.confirm": "confirmHours",
  "hours.edit": "editHours",
  "profile.edit": "editProfile",
  "colleagues.manage": "manageColleagues",
} as const satisfies Record<StaffRight, string>;

/** The message that names a right; a key of messages has no dot in it. */
export function rightKey(right: StaffRight) {
  return keys[right];
}
