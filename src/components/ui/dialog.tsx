"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx";
import { IconButton } from "./icon-button";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  children?: ReactNode;
  /** Buttons; the way out first, the deed last. */
  actions?: ReactNode;
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** A dialog asks and is centred; a sheet holds filters or a form and rises from below on phones. */
  shape?: "dialog" | "sheet";
};

const shapes = {
  dialog:
    "inset-x-4 top-1/2 mx-auto max-h-[85dvh] max-w-md -translate-y-1/2 rounded-card sm:inset-x-0",
  sheet:
    "inset-x-0 bottom-0 max-h-[90dvh] rounded-t-card sm:inset-y-0 sm:start-auto sm:end-0 sm:max-h-none sm:w-md sm:rounded-none sm:rounded-s-card",
};

/** For the rare question that must be answered first; focus goes in, stays in and comes back. */
export function Dialog(props: DialogProps) {
  const { title, description, closeLabel, children, actions, shape = "dialog" } = props;
  // A trigger gets the focus back by itself. Without one it is whatever opened the dialog, unless
  // what was done has put the focus somewhere already.
  const opener = useRef<Element | null>(null);
  function giveBack(event: Event) {
    if (props.trigger) return;
    event.preventDefault();
    const isNowhere = document.activeElement === document.body;
    if (isNowhere && opener.current instanceof HTMLElement) opener.current.focus();
  }
  return (
    <Radix.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
      {props.trigger && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={giveBack}
          className={cx(
            "fixed z-50 flex animate-rise flex-col border border-line bg-surface shadow-overlay",
            shapes[shape],
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 sm:px-6">
            <Radix.Title className="flex-1 py-2 text-h2">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={closeLabel} icon={X} className="-me-2" />
            </Radix.Close>
          </div>
          <div className="grid gap-4 overflow-y-auto px-5 pb-5 sm:px-6">
            {description && (
              <Radix.Description className="text-ink-muted">{description}</Radix.Description>
            )}
            {children}
          </div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-4 sm:px-6">
              {actions}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
