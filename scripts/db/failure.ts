/** A "no" of a database command, said to a person in one sentence; not a fault of the program. */
export class CommandRefused extends Error {}

/** What PostgreSQL or Prisma's engine said, without the wrapping. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, meta } = error as Error & { meta?: { message?: string } };
  const lines = String(meta?.message ?? message)
    .replaceAll("\u001b", "")
    .split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("at "))
    .join(" ");
}
