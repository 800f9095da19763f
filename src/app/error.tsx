"use client";

import { useEffect, useRef } from "react";
import { PageContainer } from "@/components/layout/page-container";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { errors } from "@/i18n/en/errors";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Its texts come without next-intl: when a page breaks, as little as possible must be needed. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <PageContainer width="text">
      <div className="grid gap-4">
        <h1 ref={heading} tabIndex={-1} className="text-h1">
          {errors.brokenTitle}
        </h1>
        <p className="text-lead text-ink-muted">{errors.brokenBody}</p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={reset}>{errors.tryAgain}</Button>
          <ButtonLink href="/" variant="secondary">
            {errors.toStart}
          </ButtonLink>
        </div>
        {error.digest && (
          <p className="text-small text-ink-muted">
            {errors.reference} <code className="tabular-nums">{error.digest}</code>
          </p>
        )}
      </div>
    </PageContainer>
  );
}
