"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/refusal";

type RefusalNoticeProps = { refusal: Refusal; actions?: ReactNode };

/** Why not, and what is possible instead. Needs the namespace `refusals`. */
export function RefusalNotice({ refusal, actions }: RefusalNoticeProps) {
  const t = useTranslations("refusals");
  const box = useRef<HTMLDivElement>(null);
  // It may appear under the edge of a phone's screen, where it would seem that nothing happened.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const isOurFault = refusal.code === "UNEXPECTED" || refusal.code === "TRY_AGAIN";
  return (
    <div ref={box}>
      <Notice tone={isOurFault ? "critical" : "caution"} isLive actions={actions}>
        {t(refusal.code, refusal.params)}
      </Notice>
    </div>
  );
}
