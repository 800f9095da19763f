import { TRPCError } from "@trpc/server";
import type { DoctorId } from "@/lib/ids";
import type { Change, Changes } from "@/server/ports/changes";

/** One who does not keep up is told to look at everything instead. */
const mostWaiting = 100;

/**
 * A doctor's calendar as a stream of changes. It begins with "refresh": between looking and
 * listening something may have changed. Ends with the signal; ends with SERVICE_UNAVAILABLE, which
 * clients answer by connecting again, when this process does.
 */
export async function* followAgenda(
  changes: Changes,
  doctorId: DoctorId,
  signal = new AbortController().signal,
): AsyncGenerator<Change> {
  let waiting: Change[] = [{ kind: "refresh" }];
  let isEnding = false;
  let wake = () => {};
  const rouse = () => wake();
  const leave = changes.follow(doctorId, {
    hear(change) {
      if (change.kind === "refresh" || waiting.length >= mostWaiting)
        waiting = [{ kind: "refresh" }];
      else waiting.push(change);
      wake();
    },
    onEnd() {
      isEnding = true;
      wake();
    },
  });
  signal.addEventListener("abort", rouse);
  try {
    while (!signal.aborted) {
      const change = waiting.shift();
      if (change) yield change;
      else if (isEnding) throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener("abort", rouse);
    leave();
  }
}
