"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type MenuProps = { label: string; button: ReactNode; children: ReactNode };

/**
 * A `<details>`, so that it opens before any script has arrived; the script only closes it again:
 * on Escape, on a press elsewhere, and when a page has been chosen.
 */
export function Menu({ label, button, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the new path is the reason to close
  useEffect(() => {
    details.current?.removeAttribute("open");
  }, [path]);

  useEffect(() => {
    const close = (isBack: boolean) => {
      if (!details.current?.open) return;
      details.current.open = false;
      if (isBack) details.current.querySelector("summary")?.focus();
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && close(true);
    const onPress = (event: PointerEvent) =>
      !details.current?.contains(event.target as Node) && close(false);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);

  return (
    <details ref={details} className="relative">
      <summary className="flex min-h-touch min-w-touch list-none items-center justify-center gap-2 rounded-control px-2 font-semibold hover:bg-accent-soft">
        {/* Words of its own: a label that hides other words from those who speak to their device. */}
        <span className="sr-only">{label}</span>
        {button}
      </summary>
      <div className="fixed inset-x-3 top-16 z-30 animate-rise rounded-card border border-line bg-surface p-2 shadow-overlay sm:absolute sm:inset-x-auto sm:end-0 sm:top-full sm:mt-2 sm:w-72">
        {children}
      </div>
    </details>
  );
}
