// Says what is going on, all the way: a name at once, a dot every few seconds, the time at the end.

const HEARTBEAT = 3_000;

function seconds(since) {
  const elapsed = (Date.now() - since) / 1_000;
  return `${elapsed < 10 ? elapsed.toFixed(1) : Math.round(elapsed)} s`;
}

/** Runs one step visibly. */
export async function step(name, work) {
  const since = Date.now();
  process.stdout.write(`  ${name} `);
  const heartbeat = setInterval(() => process.stdout.write("."), HEARTBEAT);
  try {
    await work();
    process.stdout.write(` done (${seconds(since)})\n`);
  } catch (error) {
    process.stdout.write(` failed (${seconds(since)})\n`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
