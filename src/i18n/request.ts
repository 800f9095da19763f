import { getRequestConfig } from "next-intl/server";
import { defaultLocale } from "./locale";
import { messages } from "./messages";

// Times are formatted by lib/time in a zone that the caller names; this one is only the fallback
// that next-intl insists on, and is the same on every machine.
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages,
  timeZone: "UTC",
}));
