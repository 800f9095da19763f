/**
 * Pages for when something is wrong. Plain sentences without parameters: the error boundaries run in
 * the browser and must work when nothing else does, without the translation machinery.
 */
export const errors = {
  brokenTitle: "That did not work",
  brokenBody:
    "Something went wrong on our side. What you had booked is safe. Try again; if it happens again, come back in a few minutes.",
  tryAgain: "Try again",
  toStart: "To the start page",
  reference: "If you write to us, give this reference:",
  notFoundTitle: "We can’t find that page",
  notFoundBody:
    "The address may be mistyped, or the page is no longer here: a doctor or clinic may have left Medico24.",
  notFoundSearch: "Look for a doctor, a speciality or a clinic",
  notFoundButton: "Search",
  offlineTitle: "You are offline",
  offlineBody:
    "This page needs a connection. Your appointments are kept; nothing is lost. Check your connection and try again.",
  tooManyTitle: "One moment, please",
  tooManyBody:
    "A great many pages were asked for from here in a short time, so we pause for a minute. Nothing was lost: wait a little, then try again.",
} as const;
