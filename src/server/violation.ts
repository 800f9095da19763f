type DriverCause = { originalCode?: string; originalMessage?: string };

function driverCause(error: unknown): DriverCause | undefined {
  if (typeof error !== "object" || error === null || !("meta" in error)) return undefined;
  const meta = error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined;
  return meta?.driverAdapterError?.cause;
}

/**
 * The name of the constraint that refused a write (unique, exclusion, check or foreign key), or
 * null for any other error. Rules explain; the constraint guarantees; this is where its word is read.
 */
export function violatedConstraint(error: unknown): string | null {
  const cause = driverCause(error);
  if (!cause?.originalCode?.startsWith("23")) return null;
  return /constraint "([^"]+)"/.exec(cause.originalMessage ?? "")?.[1] ?? null;
}

/** True where the database gave up one of two transactions, so that the same call may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  if (typeof error === "object" && error !== null && "code" in error && error.code === "P2034")
    return true;
  return ["40001", "40P01"].includes(driverCause(error)?.originalCode ?? "");
}
