/** Another time that a doctor proposes, as its patient sees it. */
export const proposals = {
  badge: "New time proposed",
  title: "{doctor} proposes another time",
  doctorGone: "Your doctor",
  now: "Now",
  proposed: "Proposed",
  stands: "Until you answer, the time you have stands.",
  reason: "Their words",
  accept: "Take {time}",
  keep: "Keep my time",
  kept: "You keep your time. The practice has been told.",
  others: "Or take another free time",
  cancelInstead: "Neither suits me: cancel",
} as const;
