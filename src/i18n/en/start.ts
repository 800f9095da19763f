/** The start page. */
export const start = {
  title: "Find a doctor with a free time that suits you",
  lead: "See when doctors are really free, and book in three steps. No account is needed to look.",
  popular: "What people look for",
  allSpecialities: "All doctors",
  doctors: "{count, plural, one {# doctor} other {# doctors}}",
  pharmacies: "A pharmacy, now",
  pharmaciesLead:
    "See which pharmacies nearby are open, tonight or on Sunday too, and until when. No account is needed.",
  pharmaciesFind: "Find a pharmacy nearby",
  how: "How it works",
  steps: {
    findTitle: "Search",
    findBody: "Say what you need and where. Each doctor comes with the next free times.",
    chooseTitle: "Choose a time",
    chooseBody: "Every time you see can be booked. It is shown in the clinic’s own time.",
    confirmTitle: "Confirm",
    confirmBody: "Say why you come. You can move or cancel it later, online.",
  },
  byClinic: "Or look through the clinics",
} as const;
