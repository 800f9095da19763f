import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";

/** What the forms of this feature need around them: their messages and the way to the server. */
export async function AccountProvider({ children }: { children: ReactNode }) {
  const t = await getTranslations("accountPages");
  return (
    <ClientMessages only={["accounts", "form", "refusals"]}>
      <noscript>
        <Notice tone="caution" className="mb-6">
          {t("needsScript")}
        </Notice>
      </noscript>
      <ApiProvider>{children}</ApiProvider>
    </ClientMessages>
  );
}
