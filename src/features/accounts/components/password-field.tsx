"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CommonFieldProps, useFormField } from "@/components/form/use-form-field";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

type PasswordFieldProps = CommonFieldProps & { autoComplete: "current-password" | "new-password" };

/** A password can be looked at: a typing mistake nobody sees locks people out of their account. */
export function PasswordField(props: PasswordFieldProps) {
  const { name, label, hint, className, autoComplete } = props;
  const t = useTranslations("accounts");
  const { id, error, aria, form } = useFormField(props);
  const [isShown, setShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <div className="relative">
        <Input
          {...aria}
          {...form.register(name)}
          id={id}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="pe-12"
        />
        <IconButton
          label={isShown ? t("hidePassword") : t("showPassword")}
          icon={isShown ? EyeOff : Eye}
          onClick={() => setShown(!isShown)}
          className="absolute end-0.5 top-1/2 -translate-y-1/2"
        />
      </div>
    </Field>
  );
}
