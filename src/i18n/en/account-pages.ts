/** What the pages around those forms say; never sent to the browser as messages. */
export const accountPages = {
  signInTitle: "Sign in",
  signInLead: "Welcome back.",
  noAccount: "New here?",
  createOne: "Create an account",
  signUpTitle: "Create your account",
  signUpLead: "To book appointments, move them and cancel them. It takes about two minutes.",
  signUpDoctorLead: "First an account, then your application as a doctor.",
  signUpPharmacyLead: "First an account, then your place at the pharmacy.",
  areYouDoctor: "Are you a doctor?",
  forDoctors: "Sign up as a doctor",
  haveAccount: "Already have an account?",
  reasonDeactivatedTitle: "This account is switched off",
  reasonDeactivated:
    "You were signed out, and nothing was changed. If you think this is a mistake, contact the people who run this service.",
  reasonEndedTitle: "Your session has ended",
  reasonEnded: "Sign in again to go on where you left off.",
  reasonSignedOutTitle: "You are signed out",
  reasonSignedOut: "On a shared device you can close the window now.",
  reasonNeeded: "Sign in to go on. You will come back to where you were.",

  needsScript:
    "This form needs JavaScript, which is switched off in this browser. Switch it on to go on here, or call the clinic to book.",

  verifyTitle: "Confirm your address",
  verifyLead: "We sent a link to {email}. Open it, then come back here.",
  verifyWhy:
    "You can look around meanwhile. To book, the address has to be confirmed, because news about your appointments goes there.",

  resetTitle: "Reset your password",
  resetLead: "Tell us your e-mail address and we send you a link.",
  newPasswordTitle: "Choose a new password",

  onboardingTitle: "A few details about you",
  onboardingLead: "Doctors need to know who comes. You can change all of it later.",
  onboardingMore: "If you like",
  onboardingMoreLead: "None of this is needed to book. Add it now, later or never.",

  accountTitle: "Your account",
  aboutYou: "About you",
  aboutDoctor: "Your name, phone and practice are in your application",
  security: "Sign-in and security",
  emailTerm: "E-mail address",
  emailConfirmed: "Confirmed",
  emailNotConfirmed: "Not confirmed",
  confirmNow: "Confirm it now",
  passwordTerm: "Password",
  changePassword: "Change it by e-mail",
  signOut: "Sign out",
  incompleteTitle: "A few details are missing",
  incomplete: "Add them now, so that booking takes a moment when you need it.",
  complete: "Add my details",

  mailTitle: "Messages in this demo",
  mailLead:
    "This demo sends no e-mail. What would arrive in a mailbox is listed here, newest first.",
  mailFilter: "E-mail address",
  mailShow: "Show",
  mailVerify: "Confirm your e-mail address",
  mailReset: "Reset your password",
  mailOther: "Message from the identity service",
  mailTo: "To {email}",
  mailOpen: "Open the link",
  mailEmptyTitle: "No messages",
  mailEmpty: "A message appears here once a link was asked for. A link that was used is gone.",
  mailReload: "Look again",
} as const;
