"use client";

import "@/styles/globals.css";
import { Button } from "@/components/ui/button";
import { errors } from "@/i18n/en/errors";

/** When even the frame of the page broke: no shell, no session, no translation machinery. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="bg-canvas font-sans text-ink">
        <title>{errors.brokenTitle}</title>
        <main className="mx-auto grid max-w-form justify-items-start gap-4 px-4 py-16">
          <h1 className="text-h1">{errors.brokenTitle}</h1>
          <p className="text-lead text-ink-muted">{errors.brokenBody}</p>
          <Button onClick={reset}>{errors.tryAgain}</Button>
        </main>
      </body>
    </html>
  );
}
