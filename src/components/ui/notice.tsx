import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Tone, toneIcons } from "./tone";

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it: links, buttons, free times. */
  actions?: ReactNode;
  /** Set where it appears after something the person did, so that it is spoken. */
  isLive?: boolean;
  className?: string;
};

const looks: Record<Tone, [box: string, sign: string]> = {
  info: ["border-accent bg-accent-soft", "text-accent"],
  positive: ["border-positive bg-positive-soft", "text-positive"],
  caution: ["border-caution bg-caution-soft", "text-caution"],
  critical: ["border-critical bg-critical-soft", "text-critical"],
};

export function Notice(props: NoticeProps) {
  const { tone = "info", title, children, actions, isLive, className } = props;
  const Icon = toneIcons[tone];
  const [box, sign] = looks[tone];
  const liveRole = tone === "critical" ? "alert" : "status";
  return (
    <div
      role={isLive ? liveRole : undefined}
      className={cx("flex gap-3 rounded-control border-s-4 px-4 py-3.5", box, className)}
    >
      <Icon aria-hidden className={cx("mt-0.5 size-5.5 shrink-0", sign)} />
      <div className="grid min-w-0 flex-1 gap-1 wrap-anywhere">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="max-w-prose">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
