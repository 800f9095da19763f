/** Nobody decides about their own licence, their own documents or the pharmacy where they work. */
export function mayDecideAbout(userId: string, subject: { owners: readonly string[] }): boolean {
  return !subject.owners.includes(userId);
}

/** The second look is another person's. */
export function mayConfirm(userId: string, decision: { decidedBy: string | null }): boolean {
  return decision.decidedBy !== userId;
}
