/** Why no time is offered. Each says what is so, and leaves what is possible to a link beside it. */
export const offers = {
  NOT_ACCEPTING: "Takes no new bookings here at the moment.",
  ON_LEAVE: "Away at the moment.",
  ENDED: "No longer at this clinic then.",
  FULLY_BOOKED: "Fully booked.",
  AWAY: "The doctor is away.",
  OUTSIDE_HOURS: "No hours here.",
  TOO_SOON: "The remaining times are too soon to book.",
  TOO_FAR: "These days can’t be booked yet.",
  CLINIC_CLOSED: "The clinic is closed for now.",
  nextFree: "Next free time: {when}",
} as const;
