import { errors } from "@/i18n/en/errors";
import { plainPage } from "@/server/plain-page";

/** Made once, at build time; the service worker keeps it for when there is no connection. */
export const dynamic = "force-static";

export function GET(): Promise<Response> {
  const { offlineTitle, offlineBody, tryAgain } = errors;
  return plainPage({ title: offlineTitle, body: offlineBody, tryAgain });
}
