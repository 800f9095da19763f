"use client";

import { LocateFixed } from "lucide-react";
import { type MouseEvent, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useFinder } from "./finder-live";
import { hrefOf } from "./form-href";

/** Why a device gave no position, in the order of its codes. */
type Failure = "denied" | "unavailable" | "timeout";
const failures: Failure[] = ["denied", "unavailable", "timeout"];

type NearMeProps = { label: string; finding: string; failed: Record<Failure, string> };

const noChange = () => () => {};

/**
 * Searches around the device, with whatever the form around it says. The position is asked for on a
 * tap alone, leaves the device rounded to about a hundred metres, and takes the place of the address
 * in the history, so that it stays nowhere. Without a script it would do nothing, so it is not there.
 */
export function NearMe({ label, finding, failed }: NearMeProps) {
  const { go } = useFinder();
  const canAsk = useSyncExternalStore(
    noChange,
    () => "geolocation" in navigator,
    () => false,
  );
  const [state, setState] = useState<"idle" | "finding" | Failure>("idle");

  function locate({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    setState("finding");
    const failedWith = (code: number) => setState(failures[code - 1] ?? "unavailable");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setState("idle");
        if (form) go(hrefOf(form, { latitude, longitude }), "replace");
      },
      ({ code }) => failedWith(code),
      { maximumAge: 300_000, timeout: 10_000 },
    );
  }

  return (
    <div className={cx("max-lg:col-span-2", !canAsk && "invisible")}>
      <Button variant="secondary" block isPending={state === "finding"} onClick={locate}>
        <LocateFixed aria-hidden className="size-5" />
        {state === "finding" ? finding : label}
      </Button>
      <p role="status" className="pt-2 lg:max-w-64 text-small text-ink-muted empty:hidden">
        {state !== "idle" && state !== "finding" && failed[state]}
      </p>
    </div>
  );
}
