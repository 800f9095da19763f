import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** A breadcrumb or a way back, above the title. */
  above?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  return (
    <div className="mb-6 grid gap-2 sm:mb-8">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 gap-2">
          <h1 className="wrap-anywhere text-h1">{title}</h1>
          {lead && <p className="max-w-prose text-lead text-ink-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
