import "server-only";
import { env } from "@/env.mjs";

/** What a browser needs to speak with the identity service. Nothing in it is secret. */
export type IdentityConfig = {
  apiKey: string;
  authDomain?: string;
  projectId: string;
  emulatorUrl?: string;
  hasGoogle: boolean;
};

/** Handed to the pages when they are rendered, so that one build serves any project. */
export function identityConfig(): IdentityConfig {
  const settings = env();
  const emulator = settings.FIREBASE_AUTH_EMULATOR_HOST;
  return {
    apiKey: settings.FIREBASE_API_KEY ?? "demo",
    authDomain: settings.FIREBASE_AUTH_DOMAIN,
    projectId: settings.FIREBASE_PROJECT_ID,
    emulatorUrl: emulator && `http://${emulator}`,
    hasGoogle: settings.FIREBASE_GOOGLE_SIGN_IN,
  };
}

/** True where messages do not leave this machine and `/demo/mail` shows them instead. */
export function hasDemoMail(): boolean {
  return env().MEDICO24_MODE !== "production" && Boolean(env().FIREBASE_AUTH_EMULATOR_HOST);
}
