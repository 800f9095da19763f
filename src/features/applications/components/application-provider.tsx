import type { ReactNode } from "react";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";

/** What the forms of this feature need around them: their messages and the way to the server. */
export function ApplicationProvider({ children }: { children: ReactNode }) {
  return (
    <ClientMessages only={["application", "files", "form", "refusals"]}>
      <ApiProvider>{children}</ApiProvider>
    </ClientMessages>
  );
}
