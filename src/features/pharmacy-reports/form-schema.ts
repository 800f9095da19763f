/** What somebody may say of a pharmacy's hours; nobody writes words. */
export const reportKinds = ["was_closed", "was_open", "other_hours", "gone"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What an administrator finds. */
export const settlements = ["right", "corrected"] as const;
export type Settlement = (typeof settlements)[number];
