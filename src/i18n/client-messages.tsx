import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { messages, type Namespace } from "./messages";

/**
 * Sends the named namespaces, and only those, to the client components inside. Wrap the smallest
 * part of the page that needs them; one inside another replaces, it does not add.
 */
export async function ClientMessages(props: { only: Namespace[]; children: ReactNode }) {
  const picked = Object.fromEntries(props.only.map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider
      locale={await getLocale()}
      messages={picked as Partial<typeof messages>}
      timeZone="UTC"
      formats={null}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}
