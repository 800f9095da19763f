import type { RefusalCode } from "@/lib/refusal";

/**
 * One sentence for every way of saying no: what happened, then what can be done. They are ICU
 * messages, but a parameter must be one that every refusal of that code carries.
 */
export const refusals: Record<RefusalCode, string> = {
  SIGN_IN_REQUIRED: "Please sign in first; then you can go on where you left off.",
  SESSION_ENDED: "Your session has ended. Sign in again to go on; nothing was changed.",
  ACCOUNT_DEACTIVATED:
    "This account is switched off. Nothing was changed. Contact support if you think this is a mistake.",
  ONBOARDING_REQUIRED: "A few details about you are missing. Add them first, then go on.",
  EMAIL_NOT_VERIFIED:
    "Your e-mail address is not confirmed yet. Open the link we sent you, or ask for a new one.",
  EMAIL_IN_USE: "There is already an account with this e-mail address. Sign in, or use another.",
  CONFIRM_EMAIL_FIRST:
    "An account is ready for this e-mail address, and we must know that it is yours. We have sent you a link: open it, then sign in.",
  WRONG_CREDENTIALS:
    "This e-mail address and password don’t go together. Check both, or reset your password.",
  TOO_MANY_TRIES: "That was tried too often in a short time. Wait a few minutes, then try again.",
  LINK_NOT_VALID:
    "This link has been used already or is too old. Ask for a new one; it takes a moment.",
  NOT_ALLOWED: "Your account can’t do this. Nothing was changed.",
  NOT_FOUND: "We can’t find that. It may have been removed, or the address may be mistyped.",
  INVALID_INPUT: "Some answers need another look. Nothing was sent yet.",
  CROSS_SITE:
    "This request did not come from our own pages, so we stopped it. Reload and try again.",
  TRY_AGAIN:
    "That did not go through, or the answer got lost on the way. Try again: nothing will happen twice.",
  UNEXPECTED: "Something went wrong on our side. Try again in a moment.",
  DOCTOR_NOT_BOOKABLE: "This doctor can’t be booked here at the moment. Look for another doctor.",
  NOT_ACCEPTING:
    "This doctor takes no new bookings at this clinic right now. Try their other clinics or another doctor.",
  ON_LEAVE: "The doctor is away on this day. Choose a day after their return.",
  ASSOCIATION_ENDED:
    "The doctor no longer works at this clinic on that day. Choose one of their other clinics.",
  CLINIC_CLOSED: "This clinic is closed and takes no bookings. Choose another clinic.",
  SLOT_IN_PAST: "That time has already passed. Choose a later one.",
  SLOT_TOO_SOON: "That time is too close: this clinic needs more notice. Choose a later one.",
  SLOT_TOO_FAR: "That time is too far ahead to be booked yet. Choose an earlier one.",
  SLOT_OUTSIDE_HOURS:
    "The doctor does not see patients at that time. Choose one of the free times.",
  SLOT_OFF_GRID: "The doctor’s times have changed. Choose one of the free times shown now.",
  SLOT_DOCTOR_AWAY: "The doctor is away at that time. Choose one of the free times.",
  SLOT_DAY_FULL: "The doctor takes no more patients on that day. Choose another day.",
  SLOT_TAKEN: "That time has just been taken. Choose another free time.",
  PATIENT_BUSY:
    "You already have an appointment at that time. Choose another time, or move that one.",
  BOOKING_KEY_REUSED:
    "This form was already used for another booking. Look at your appointments, or start again.",
  APPOINTMENT_CHANGED:
    "This appointment was changed since you opened the page. Look at how it stands now, then decide.",
  APPOINTMENT_OVER: "This appointment has already taken place and can’t be changed any more.",
  APPOINTMENT_CANCELLED: "This appointment is already cancelled. You can book a new one.",
  CANCELLATION_TOO_LATE:
    "It is too late to cancel here: that is possible until {notice} before the start. Please call the clinic.",
  MOVE_TOO_LATE:
    "It is too late to move it here: that is possible until {notice} before the start. Please call the clinic.",
  ALREADY_A_PATIENT:
    "This account has appointments of its own as a patient. Sign up as a doctor with another e-mail address.",
  LICENSE_IN_USE:
    "This licence number is already in use here. Check it for a slip; if it is yours, write to support.",
  APPLICATION_INCOMPLETE:
    "Something is still missing in your application. It says below what that is.",
  FILE_NOT_ACCEPTED:
    "This is not a PDF, JPEG, PNG or WebP file, whatever its name says. Save it as one of these and try again.",
  FILE_TOO_LARGE: "This file is larger than {megabytes} MB. Save it smaller and try again.",
  TOO_MANY_FILES: "There are already as many documents as we take. Remove one first.",
  ALREADY_AT_CLINIC: "You already work at this clinic here. Open it in your list of clinics.",
  HOURS_COLLIDE:
    "{day}, {window} runs into your hours at {otherClinic}: {otherDay}, {otherWindow}. Nobody can be at two clinics at once; change one of them.",
  EXCEPTION_OVERLAPS: "There are already other hours for some of these days. Change those instead.",
  CHANGED_MEANWHILE:
    "This was changed elsewhere since you opened it. Nothing was overwritten: compare, then save again.",
  DECISIONS_NEEDED:
    "There are appointments this would leave outside your hours. Decide about each of them, then save.",
  STEP_NOT_POSSIBLE:
    "That is not possible at this point of the appointment. Look at how it stands now.",
  STEP_TOO_EARLY: "It is too early for that: the appointment has not begun yet.",
  VISITS_OVERLAP:
    "Another of your appointments is at that time. Choose a time that does not run into it.",
  PATIENT_ELSEWHERE: "The patient has another appointment at that time. Choose another time.",
  PROPOSAL_GONE: "This proposal no longer stands. Look at the appointment as it is now.",
  VISIT_NOT_COMPLETED: "A visit can be reviewed once it is completed.",
  ALREADY_REVIEWED: "You have already reviewed this visit. Thank you.",
  TOO_MANY_REQUESTS:
    "Too much was asked for in a short time. Wait {minutes, plural, =0 {{seconds, plural, one {a second} other {# seconds}}} other {# minutes}}, then go on; nothing was lost.",
  OWN_APPLICATION:
    "This is about yourself, so somebody else decides it. Leave it to another administrator.",
  ALREADY_DECIDED: "Somebody has decided this meanwhile. Look at what they decided.",
  LICENCE_EXPIRED: "This licence has run out, so it cannot be verified. Ask for the renewed one.",
  RENEWAL_WAITING: "Your renewal is being checked already. You hear from us when that is done.",
  LAST_SUPER_ADMIN:
    "This is the last super administrator, and there is always one. Make somebody else one first.",
  GRANTS_TOO_MUCH: "You can only give rights that you have yourself. Nothing was changed.",
  ROLE_CHANGE_NOT_POSSIBLE:
    "This account cannot take that role as things are. Nothing was changed.",
  SLUG_IN_USE:
    "This address is taken, or was once another’s and still leads there. Choose another.",
  MERGE_NOT_POSSIBLE:
    "These two cannot be merged as they are: they must differ, share time zone and currency, and neither be merged already.",
  CSV_NOT_READABLE:
    "This file could not be read as a table. Save it as CSV (UTF-8) with a line of column names, then try again.",
  ROWS_REFUSED:
    "Some rows are not in order, so nothing was written. Correct them in your file, then try again.",
  DUTY_TWICE:
    "This pharmacy is already on duty at some of that time, here or in another district. Choose other times or another pharmacy.",
  DUTY_OVER: "This duty is over, and who kept it stays on record.",
  WORKS_ELSEWHERE: "This account is on a pharmacy’s staff already. Leave there first.",
  APPOINTMENTS_AHEAD:
    "This account has appointments of its own ahead. Cancel them or wait until they are over, or use another e-mail address for the pharmacy.",
  CLAIM_OPEN: "You have asked for a pharmacy already. You hear from us when it is checked.",
  LAST_OWNER: "A pharmacy keeps at least one owner. Make somebody else an owner first.",
  INVITATION_GONE:
    "This invitation has been used, withdrawn, or is too old. Ask for a new one; it takes a moment.",
  INVITATION_NOT_YOURS:
    "This invitation went to another e-mail address. Sign in with the account that has it.",
};
