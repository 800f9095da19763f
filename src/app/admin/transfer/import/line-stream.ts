import type { ImportLine } from "@/features/transfer/verdicts";
import { RefusalError, refuse } from "@/lib/refusal";

const mostUnread = 8;

/**
 * Lines on their way to whoever asked. Verdicts wait until they are read, so that they never pile up;
 * progress does not, for it is told while rows of the database are held. Once the asker has gone,
 * telling throws, so that the work ends.
 */
export function lineStream(signal: AbortSignal) {
  const letters = new TextEncoder();
  let isGone = signal.aborted;
  let wake: () => void = () => undefined;
  const leave = () => {
    isGone = true;
    wake();
  };
  signal.addEventListener("abort", leave);
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const lines = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        sink = controller;
      },
      pull: () => wake(),
      cancel: leave,
    },
    { highWaterMark: mostUnread },
  );

  async function tell(line: ImportLine): Promise<void> {
    if (isGone || !sink) throw new RefusalError(refuse("TRY_AGAIN"));
    sink.enqueue(letters.encode(`${JSON.stringify(line)}\n`));
    if (line.type !== "rows" || (sink.desiredSize ?? 0) > 0) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  const end = () => {
    if (!isGone) sink?.close();
  };
  return { lines, tell, end };
}
