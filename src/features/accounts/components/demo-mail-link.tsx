"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { withQuery } from "../next-path";

/** Only where no message leaves this machine: see `hasDemoMail`. */
export function DemoMailLink({ email }: { email: string }) {
  const t = useTranslations("accounts");
  return (
    <ButtonLink variant="secondary" href={withQuery("/demo/mail", { email })}>
      <Mail aria-hidden className="size-5" />
      {t("demoMail")}
    </ButtonLink>
  );
}
