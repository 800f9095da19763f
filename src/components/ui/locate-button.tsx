"use client";

import { LocateFixed } from "lucide-react";
import { type MouseEvent, useState, useSyncExternalStore } from "react";
import type { Point } from "@/lib/geo";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";
import { cx } from "./cx";

/** Why a device gave no position, in the order of its codes. */
const failures = ["denied", "unavailable", "timeout"] as const;
type Failure = (typeof failures)[number];

export type LocateWords = Record<"label" | "finding" | Failure, string>;

type LocateButtonProps = ButtonLook & {
  words: LocateWords;
  /** The exact position, which is to leave the device rounded, and the form around the button. */
  onPosition: (point: Point, form: HTMLFormElement | null) => void;
  /** Of the box around button and answer. */
  className?: string;
};

const noChange = () => () => {};

/**
 * Asks the device where it is, on a tap alone. Without a script, or on a device that cannot say, it
 * would do nothing, so it is not there then.
 */
export function LocateButton({ words, onPosition, className, ...look }: LocateButtonProps) {
  const canAsk = useSyncExternalStore(
    noChange,
    () => "geolocation" in navigator,
    () => false,
  );
  const [state, setState] = useState<"idle" | "finding" | Failure>("idle");
  const isFinding = state === "finding";

  function locate({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    setState("finding");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setState("idle");
        onPosition({ latitude, longitude }, form);
      },
      ({ code }) => setState(failures[code - 1] ?? "unavailable"),
      { maximumAge: 300_000, timeout: 10_000 },
    );
  }

  return (
    <div className={cx(className, !canAsk && "invisible")}>
      <Button variant="secondary" {...look} isPending={isFinding} onClick={locate}>
        <LocateFixed aria-hidden className="size-5" />
        {isFinding ? words.finding : words.label}
      </Button>
      <p role="status" className="pt-2 text-small text-ink-muted empty:hidden">
        {state !== "idle" && !isFinding && words[state]}
      </p>
    </div>
  );
}
