/** Called by Next once in each process, also in those that build: its own signs say which, no setting. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    if (process.env.NEXT_PHASE === "phase-production-build") return;
    const { watchPeers } = await import("@/server/peer");
    watchPeers();
    const { sweepFiles, sweepRegularly } = await import(
      "@/features/applications/commands/sweep-files"
    );
    const { database } = await import("@/server/db");
    const { fileStorage } = await import("@/server/ports/storage");
    sweepRegularly(() => sweepFiles(database(), fileStorage));
    const { watchLicences } = await import("@/features/licences/commands/send-notices");
    const { now } = await import("@/server/clock");
    watchLicences(database, now);
    const { watchHolidays } = await import("@/features/opening-hours/commands/keep-holidays");
    watchHolidays(database, now);
    const { flushRegularly } = await import("@/server/tally");
    flushRegularly(database());
  }
}
