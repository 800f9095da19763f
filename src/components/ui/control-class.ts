/** The look of everything one types or chooses in; `aria-invalid` carries the error state. */
export const controlClass =
  "w-full rounded-control border border-line-strong bg-surface px-3.5 py-2.5 text-body text-ink transition-colors hover:border-accent disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-muted aria-invalid:border-2 aria-invalid:border-critical";
