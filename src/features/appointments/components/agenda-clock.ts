"use client";

import { useEffect, useState } from "react";

/** The product's now in epoch milliseconds, as the server said it and ticking on, each half minute. */
export function useProductNow(nowMs: number): number {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const since = performance.now();
    setNow(nowMs);
    const tick = setInterval(() => setNow(nowMs + performance.now() - since), 30_000);
    return () => clearInterval(tick);
  }, [nowMs]);
  return now;
}
