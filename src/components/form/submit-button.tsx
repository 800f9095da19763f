"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** Says that it is sending, in sight and in words. */
export function SubmitButton({ children, ...props }: ComponentProps<typeof Button>) {
  const t = useTranslations("form");
  const { isSubmitting } = useFormState();
  return (
    <div className="grid sm:justify-items-start">
      <Button size="lg" {...props} type="submit" isPending={isSubmitting}>
        {children}
      </Button>
      <span role="status">{isSubmitting && <VisuallyHidden>{t("sending")}</VisuallyHidden>}</span>
    </div>
  );
}
