"use client";

import { LocateFixed } from "lucide-react";
import { type MouseEvent, useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { writePoint } from "@/lib/geo";

type NearMeProps = { label: string; finding: string; failed: string };

const noChange = () => () => {};

/**
 * Searches around the device with whatever the form around it says. The position leaves the device
 * rounded to about a kilometre. Without a script it would do nothing, so it is not there then.
 */
export function NearMe({ label, finding, failed }: NearMeProps) {
  const canAsk = useSyncExternalStore(
    noChange,
    () => "geolocation" in navigator,
    () => false,
  );
  const [state, setState] = useState<"idle" | "finding" | "failed">("idle");

  function locate(event: MouseEvent<HTMLButtonElement>) {
    const form = event.currentTarget.form;
    if (!form || state === "finding") return;
    setState("finding");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => location.assign(addressNear(form, writePoint(coords))),
      () => setState("failed"),
      { maximumAge: 300_000, timeout: 10_000 },
    );
  }

  return (
    <span className="flex min-h-touch flex-wrap items-center gap-x-3">
      <button
        type="button"
        onClick={locate}
        aria-disabled={state === "finding"}
        className={`${buttonClass({ variant: "quiet" })} -ms-2 px-2! ${canAsk ? "" : "invisible"}`}
      >
        <LocateFixed aria-hidden className="size-5" />
        {state === "finding" ? finding : label}
      </button>
      <span role="status" className="text-small text-ink-muted">
        {state === "failed" && failed}
      </span>
    </span>
  );
}

function addressNear(form: HTMLFormElement, near: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") params.set(name, value);
  }
  params.delete("place");
  params.set("near", near);
  return `${form.getAttribute("action")}?${params.toString().replaceAll("%2C", ",")}`;
}
