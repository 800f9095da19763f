"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DecideDialog } from "./decide-dialog";
import { UnservedGroup } from "./unserved-group";
import { type Choice, groupsOf, type ListedAppointment } from "./unserved-groups";

type UnservedListProps = {
  appointments: ListedAppointment[];
  /** What stands there once nothing waits any more. */
  children: ReactNode;
};

/** Appointments to decide, by doctor, clinic and cause; what is ticked is decided together. */
export function UnservedList({ appointments, children }: UnservedListProps) {
  const t = useTranslations("licences");
  const router = useRouter();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Choice | null>(null);
  const [said, setSaid] = useState("");
  const news = useRef<HTMLDivElement>(null);
  const chosen = appointments.filter(({ id }) => ticked.has(id));
  const count = chosen.length;

  function tick(ids: string[], isOn: boolean) {
    setSaid("");
    const rest = [...ticked].filter((id) => !ids.includes(id));
    setTicked(new Set(isOn ? [...rest, ...ids] : rest));
  }

  /** What was decided goes from the list, and perhaps the buttons with it. */
  function leave(sentence: string) {
    setSaid(sentence);
    setAsked(null);
    setTicked(new Set());
    router.refresh();
  }
  useEffect(() => {
    if (said) news.current?.focus();
  }, [said]);

  return (
    <div className="grid gap-6">
      <div ref={news} role="status" tabIndex={-1} className="scroll-mt-20 empty:hidden">
        {said && <Notice tone="positive">{said}</Notice>}
      </div>
      {appointments.length === 0 && children}
      {groupsOf(appointments).map((group) => (
        <UnservedGroup key={group.key} group={group} ticked={ticked} onTick={tick} />
      ))}
      {count > 0 && (
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-surface px-4 py-3 shadow-raised sm:mx-0 sm:rounded-card sm:border">
          <Button variant="critical" onClick={() => setAsked("cancel")}>
            {t("cancelSelected", { count })}
          </Button>
          <Button variant="secondary" onClick={() => setAsked("keep")}>
            {t("keepSelected", { count })}
          </Button>
        </div>
      )}
      {asked && (
        <DecideDialog
          choice={asked}
          appointments={chosen}
          onClose={() => setAsked(null)}
          onReload={() => leave(t("reloaded"))}
          onDone={() => leave(t(asked === "cancel" ? "cancelledDone" : "keptDone", { count }))}
        />
      )}
    </div>
  );
}
