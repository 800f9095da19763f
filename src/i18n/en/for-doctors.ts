/** The public page for doctors who might come. */
export const forDoctors = {
  title: "Medico24 for doctors",
  lead: "Patients near you see when you are really free, and book it. You keep your hours, at one clinic or at several, and nothing is booked twice.",
  begin: "Sign up as a doctor",
  goOn: "To your practice",
  signIn: "I have an account",
  offers: "What you get",
  hoursTitle: "Your hours, as they are",
  hoursBody:
    "Weekly hours for each clinic, breaks between visits, time off, single days that are different. Before you change something you see whom it touches.",
  dayTitle: "Your day in one place",
  dayBody:
    "Who comes when and why, notes and prescriptions, walk-ins, and a word to everyone waiting when you run late.",
  calendarTitle: "Your own calendar, too",
  calendarBody: "Appointments appear in the calendar program you use already.",
  how: "How it begins",
  signUpTitle: "Sign up",
  signUpBody: "With your e-mail address. It takes about two minutes.",
  fillTitle: "Tell us who you are",
  fillBody:
    "Speciality, licence and a copy of it. You can stop and go on at any time, and prepare your hours meanwhile.",
  checkTitle: "We check your licence",
  checkBody:
    "Everyone listed here is who they say. Until that is done, patients see nothing of you.",
  needTitle: "Have at hand",
  need: "Your licence number, who issued it and until when it holds, and a scan or photo of the licence and of your identity card or passport.",
} as const;
