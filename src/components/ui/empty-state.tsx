import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  /** What to do next; an empty page without it is a dead end. */
  actions?: ReactNode;
};

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-3 rounded-card bg-surface-sunken px-5 py-8 sm:px-8 sm:py-10">
      {Icon && (
        <span className="grid size-12 place-items-center rounded-pill bg-accent-soft text-accent">
          <Icon aria-hidden className="size-6" />
        </span>
      )}
      <h2 className="text-h3">{title}</h2>
      {children && <div className="max-w-prose text-ink-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
