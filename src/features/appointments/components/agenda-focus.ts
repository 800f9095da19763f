"use client";

import { useEffect, useRef } from "react";

/** Gives the focus back to where it was before a dialog opened that no button of its own opens. */
export function useReturnFocus(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  if (isOpen && !wasOpen.current && typeof document !== "undefined")
    before.current = document.activeElement;
  useEffect(() => {
    if (wasOpen.current && !isOpen && before.current instanceof HTMLElement) {
      const target = before.current;
      requestAnimationFrame(() => target.isConnected && target.focus());
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
}
