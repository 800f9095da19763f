/** The doctor's own calendar feed. */
export const feeds = {
  title: "Your calendar elsewhere",
  lead: "See your appointments in the calendar program you already use, on any device.",
  noneTitle: "No address yet",
  none: "Make a private address and give it to your calendar program. It then looks here by itself, several times a day.",
  make: "Make an address",
  activeTitle: "Your calendar has a private address",
  madeAt: "Made",
  lastRead: "Last read by a program",
  neverRead: "Not yet",
  yourTime: "That is {time} where you are.",
  shownOnce:
    "We show the address this once and keep no copy of it. Take it over now; if you lose it, make a new one.",
  newTitle: "Your private address",
  address: "Address",
  copy: "Copy address",
  copied: "The address is copied.",
  notCopied: "Copying did not work here. Select the address and copy it yourself.",
  open: "Open in the calendar program on this device",
  renew: "Make a new address",
  renewTitle: "Make a new address?",
  renewLead: "The old one stops working at once, in every program that has it.",
  revoke: "Switch it off",
  revokeTitle: "Switch the address off?",
  revokeLead:
    "Programs that have it can no longer read your calendar. What they have already copied stays with them until they look again.",
  revoked: "The address is switched off.",
  close: "Close",
  howTitle: "How to add it",
  howGoogle: "Google Calendar: Other calendars, From URL.",
  howApple: "Apple Calendar: File, New Calendar Subscription.",
  howOutlook: "Outlook: Add calendar, Subscribe from web.",
  howOften:
    "How often it looks again is up to the program; some take several hours. Your agenda here is always the newest.",
  privacyTitle: "What is in it, and what is not",
  within:
    "Your appointments with time, clinic and state, from a month ago to a year ahead; your blocked time and time off.",
  without:
    "No names of patients, no reasons, no notes. Whoever has the address can read it, and calendar programs copy it to their makers, so we leave these out. Each appointment links to its page here, which opens only for you.",
  notVerifiedTitle: "Possible once you are verified",
  notVerified:
    "Patients can book you when your licence is verified and valid; from then on your calendar can have an address.",
} as const;
