import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> & ButtonLook & { isPending?: boolean };

/**
 * A pending button stays focusable, so that the keyboard is not thrown to the top of the page, but
 * does nothing: a second click never sends twice.
 */
export function Button(props: ButtonProps) {
  const { variant, size, block, isPending = false, type = "button", ...rest } = props;
  const { className, children, onClick, ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={isPending ? "button" : type}
      onClick={isPending ? undefined : onClick}
      aria-disabled={isPending || attributes["aria-disabled"]}
      aria-busy={isPending || undefined}
      className={cx(
        buttonClass({ variant, size, block }),
        "disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-ink-muted",
        className,
      )}
    >
      {isPending && <Spinner />}
      {children}
    </button>
  );
}
