// Turns what went wrong into a sentence that says what to do.
import { PartFailed } from "../embedded/parts.mjs";

const START_OVER = "`npm run demo -- --reset` starts over with a fresh demo world.";

/** A "no" that is meant for the person at the keyboard as it stands. */
export class DemoRefused extends Error {}

function lastLines(text, count) {
  return text.trim().split("\n").slice(-count).join("\n");
}

export function explain(error) {
  const text = `${error?.code ?? ""} ${error?.message ?? error}`;
  if (/ENOSPC|No space left on device|disk is full/i.test(text))
    return "The disk is full. Free a few gigabytes and run `npm run demo` again.";
  if (error instanceof DemoRefused) return error.message;
  if (/EACCES|EROFS/.test(text))
    return `This folder cannot be written to (${lastLines(error.message, 1)}).`;
  if (!(error instanceof PartFailed)) return error?.stack ?? String(error);
  if (error.exitCode === 3) return `${lastLines(error.output, 1)}\n${START_OVER}`;
  if (error.exitCode === 4)
    return `${lastLines(error.output, 1)} Stop it first, or wait a moment if it is just ending.`;
  if (error.part === "npm" && /ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNREFUSED/.test(error.output))
    return `The packages could not be fetched; is there a network?\n${lastLines(error.output, 5)}`;
  const said = error.output.replace(/^READY \d+\n/m, "");
  return `${error.part} ended unexpectedly (code ${error.exitCode}). ${said ? `It said:\n${lastLines(said, 40)}` : "It said nothing."}`;
}
