"use client";

import { useEffect, useRef } from "react";

/** For a dialog that no button of its own opens: as it goes, the focus is back where it was. */
export function useReturnFocus(): void {
  const before = useRef<Element | null>(null);
  if (typeof document !== "undefined") before.current ??= document.activeElement;
  useEffect(
    () => () => {
      const target = before.current;
      requestAnimationFrame(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && target instanceof HTMLElement && target.isConnected) target.focus();
      });
    },
    [],
  );
}
