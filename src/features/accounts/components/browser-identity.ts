import type { Auth } from "firebase/auth";
import type { IdentityConfig } from "../identity-config";

type Library = typeof import("firebase/auth");
export type BrowserIdentity = { auth: Auth; firebase: Library };

let loading: Promise<BrowserIdentity> | undefined;

/**
 * The Firebase SDK, loaded when it is first needed. It remembers nobody: the session is our own
 * cookie, so that signing out leaves nothing behind in the browser.
 */
export function browserIdentity(config: IdentityConfig): Promise<BrowserIdentity> {
  loading ??= load(config).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(config: IdentityConfig): Promise<BrowserIdentity> {
  const [{ initializeApp }, firebase] = await Promise.all([
    import("firebase/app"),
    import("firebase/auth"),
  ]);
  const { apiKey, authDomain, projectId, emulatorUrl } = config;
  const auth = firebase.initializeAuth(initializeApp({ apiKey, authDomain, projectId }), {
    persistence: firebase.inMemoryPersistence,
    popupRedirectResolver: config.hasGoogle ? firebase.browserPopupRedirectResolver : undefined,
  });
  if (emulatorUrl) firebase.connectAuthEmulator(auth, emulatorUrl, { disableWarnings: true });
  return { auth, firebase };
}
