"use client";

import { CalendarPlus, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";

/** The one time that the address is seen. It takes the focus: the button that made it may be gone. */
export function NewAddress({ address }: { address: string }) {
  const t = useTranslations("feeds");
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "notCopied">();
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setOutcome("copied");
    } catch {
      box.current?.focus();
      box.current?.select();
      setOutcome("notCopied");
    }
  }

  return (
    <Card as="section" aria-labelledby={`${id}-title`} className="grid gap-3">
      <h2 id={`${id}-title`} className="text-h3">
        {t("newTitle")}
      </h2>
      <p id={`${id}-hint`}>{t("shownOnce")}</p>
      <Input
        ref={box}
        readOnly
        value={address}
        aria-label={t("address")}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.target.select()}
        className="font-mono text-small"
      />
      <div className="flex flex-wrap gap-3">
        <Button onClick={copy}>
          <Copy aria-hidden className="size-5" />
          {t("copy")}
        </Button>
        <a
          href={address.replace(/^https?:/, "webcal:")}
          className={buttonClass({ variant: "secondary" })}
        >
          <CalendarPlus aria-hidden className="size-5" />
          {t("open")}
        </a>
      </div>
      <p role="status" className="text-small">
        {outcome && t(outcome)}
      </p>
    </Card>
  );
}
