// A part of the demo must not outlive it, even when the demo is killed and can clean up nothing.

const steps = [];
let isStopping = false;

/** Runs `step` once when this process is told to stop or its parent is gone, then exits. */
export function onStop(step) {
  steps.push(step);
  if (steps.length > 1) return;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => void stop(0));
  if (process.connected) process.on("disconnect", () => void stop(0));
}

/** Stops in the opposite order of starting; a step that hangs is given twenty seconds. */
export async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(code || 1), 20_000).unref();
  for (const step of steps.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(code);
}

/** For a process that was started without a channel: its parent's end shows in the parent's id. */
export function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(1);
  }, 1_000).unref();
}
