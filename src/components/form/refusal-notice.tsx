"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { textLinkClass } from "@/components/ui/text-link";
import type { Refusal, RefusalCode } from "@/lib/refusal";

type WayOn = {
  href: (here: string) => string;
  label: "signIn" | "confirmEmail" | "yourAppointments";
  /** A tab of its own leaves what was typed where it is. */
  target?: "_blank";
};

const signIn: WayOn = {
  href: (here) => `/sign-in?next=${encodeURIComponent(here)}`,
  label: "signIn",
  target: "_blank",
};
const yourAppointments: WayOn = { href: () => "/appointments", label: "yourAppointments" };

/** Where to go to put it right, for refusals that are put right elsewhere. */
const waysOn: Partial<Record<RefusalCode, WayOn>> = {
  SIGN_IN_REQUIRED: signIn,
  SESSION_ENDED: signIn,
  EMAIL_NOT_VERIFIED: { href: () => "/verify-email", label: "confirmEmail", target: "_blank" },
  BOOKING_KEY_REUSED: yourAppointments,
  PATIENT_BUSY: yourAppointments,
};

type RefusalNoticeProps = {
  refusal: Refusal;
  actions?: ReactNode;
  /** Where the button that was pressed goes away with it. */
  takesFocus?: boolean;
};

/** Why not, and what is possible instead. Needs the namespace `refusals`. */
export function RefusalNotice({ refusal, actions, takesFocus = false }: RefusalNoticeProps) {
  const t = useTranslations("refusals");
  const way = useTranslations("form");
  const box = useRef<HTMLDivElement>(null);
  // It may appear under the edge of a phone's screen, where it would seem that nothing happened.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const here = `${usePathname()}?${useSearchParams()}`;
  const wayOn = waysOn[refusal.code];
  const isOurFault = refusal.code === "UNEXPECTED" || refusal.code === "TRY_AGAIN";
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={isOurFault ? "critical" : "caution"} isLive actions={actions}>
        {t(refusal.code, refusal.params)}
        {wayOn && (
          <>
            {" "}
            <a href={wayOn.href(here)} target={wayOn.target} className={textLinkClass}>
              {way(wayOn.label)}
            </a>
          </>
        )}
      </Notice>
    </div>
  );
}
