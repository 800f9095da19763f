"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/form/text-field";

export function EmailField() {
  const t = useTranslations("accounts");
  return (
    <TextField
      name="email"
      label={t("email")}
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
    />
  );
}
