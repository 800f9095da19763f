import { useEffect, useState } from "react";
import { waitAfter } from "../rules";

/**
 * Slows down who tries wrong passwords here. It holds up a person's hurry, not a program that asks the
 * identity service by itself: against that one the service has limits of its own.
 */
export function useWait(): { seconds: number; fail: () => void } {
  const [failures, setFailures] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(waitAfter(failures));
    const ticking = setInterval(() => setSeconds((left) => Math.max(left - 1, 0)), 1_000);
    return () => clearInterval(ticking);
  }, [failures]);
  return { seconds, fail: () => setFailures((count) => count + 1) };
}
