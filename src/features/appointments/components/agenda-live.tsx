"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";

/** How long a connection may be gone before it is worth a word: most come back by themselves. */
const worthAWord = 8_000;

/** Calls back whenever the doctor's calendar may have changed; answers how the connection is. */
export function useAgendaChanges(onChange: () => void): "live" | "reconnecting" | "lost" {
  const call = useRef(onChange);
  call.current = onChange;
  const { status } = trpc.agenda.changes.useSubscription(undefined, {
    // A browser has few connections for one site: pages that nobody looks at leave theirs to others.
    enabled: useIsVisible(),
    onData: () => call.current(),
  });
  const isConnecting = status === "connecting";
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isConnecting) return;
    const timer = setTimeout(setIsLong, worthAWord, true);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isConnecting]);
  if (status === "error") return "lost";
  return isLong ? "reconnecting" : "live";
}

function useIsVisible(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}

/** Says calmly when changes do not come by themselves; nothing while they do. */
export function LiveStatus({ state }: { state: "live" | "reconnecting" | "lost" }) {
  const t = useTranslations("agenda");
  return (
    <div role="status">
      {state === "reconnecting" && <Notice className="mt-4">{t("reconnecting")}</Notice>}
      {state === "lost" && (
        <Notice
          tone="caution"
          className="mt-4"
          actions={
            <Button variant="secondary" onClick={() => window.location.reload()}>
              {t("reload")}
            </Button>
          }
        >
          {t("notLive")}
        </Notice>
      )}
    </div>
  );
}
