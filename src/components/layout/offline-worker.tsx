"use client";

import { useEffect } from "react";

/** Registers public/sw.js once the page has settled, so that it costs the first visit nothing. */
export function OfflineWorker() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Where it is refused (private windows, plain http) the product works all the same.
    const register = () => navigator.serviceWorker.register("/sw.js").catch(() => undefined);
    const timer = setTimeout(register, 3000);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
