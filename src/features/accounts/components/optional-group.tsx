"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormContext, useFormState } from "react-hook-form";

type OptionalGroupProps = { title: string; lead: string; names: string[]; children: ReactNode };

/** Questions that may stay closed. An answer in there that needs another look opens them. */
export function OptionalGroup({ title, lead, names, children }: OptionalGroupProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const hasError = names.some((name) => name in errors);
  useEffect(() => {
    if (hasError && details.current) details.current.open = true;
  }, [hasError]);
  return (
    <details ref={details} className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-touch cursor-pointer list-none items-center gap-3 rounded-card px-4 py-3">
        <span className="grid flex-1">
          <span className="font-semibold">{title}</span>
          <span className="text-small text-ink-muted">{lead}</span>
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-ink-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-6 border-t border-line px-4 py-5">{children}</div>
    </details>
  );
}
