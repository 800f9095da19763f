import type { useTranslations } from "next-intl";
import type { messages } from "@/i18n/messages";

export type Messages = (typeof messages)["form"];
export type NamespacedTranslator = ReturnType<typeof useTranslations<"form">>;
