import { type App, cert, getApps, initializeApp } from "firebase-admin/app";
import { type Auth, getAuth, type UserRecord } from "firebase-admin/auth";
import type { env } from "@/env.mjs";
import { fromDate } from "@/lib/time/instant";
import type { Identity, IdentityPort } from "./identity";

type Settings = ReturnType<typeof env>;

const appName = "medico24";

// Modules are loaded anew in development while the library remembers its apps, so look there first.
function appFor(settings: Settings): App {
  const known = getApps().find((app) => app.name === appName);
  if (known) return known;
  const { FIREBASE_PROJECT_ID: projectId, FIREBASE_AUTH_EMULATOR_HOST: emulator } = settings;
  if (emulator) return initializeApp({ projectId }, appName);
  const credential = cert({
    projectId,
    clientEmail: settings.FIREBASE_CLIENT_EMAIL,
    // Settings files keep the key on one line.
    privateKey: settings.FIREBASE_PRIVATE_KEY?.replaceAll("\\n", "\n"),
  });
  return initializeApp({ projectId, credential }, appName);
}

function fromRecord(user: UserRecord): Identity {
  return {
    uid: user.uid,
    email: user.email?.toLowerCase() ?? null,
    isEmailVerified: user.emailVerified,
    name: user.displayName ?? null,
    photoUrl: user.photoURL ?? null,
    validSince: user.tokensValidAfterTime ? fromDate(new Date(user.tokensValidAfterTime)) : null,
  };
}

const untrusted = new Set([
  "auth/argument-error",
  "auth/invalid-argument",
  "auth/invalid-id-token",
  "auth/id-token-expired",
  "auth/id-token-revoked",
  "auth/user-disabled",
  "auth/user-not-found",
]);

/** Null for what the library says about a bad token or account; every other trouble is thrown on. */
function nullIfUntrusted(error: unknown): null {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  if (untrusted.has(String(code))) return null;
  throw error;
}

/** Calls the service as a browser would, for what its administration library cannot do. */
async function callAsBrowser(settings: Settings, method: string, body: object): Promise<unknown> {
  const { FIREBASE_AUTH_EMULATOR_HOST: emulator, FIREBASE_API_KEY: key = "demo" } = settings;
  const base = emulator ? `http://${emulator}/identitytoolkit` : "https://identitytoolkit";
  const answer = await fetch(`${base}.googleapis.com/v1/accounts:${method}?key=${key}`, {
    method: "POST",
    // Keys are often restricted to the site's own pages, which is what we speak for.
    headers: { "content-type": "application/json", referer: settings.NEXTAUTH_URL },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { error?: { message?: string } };
  if (said.error) throw new IdentityTrouble(said.error.message ?? String(answer.status));
  return said;
}

class IdentityTrouble extends Error {
  override name = "IdentityTrouble";
}

async function sendVerification(auth: Auth, settings: Settings, uid: string, continueUrl: string) {
  try {
    const token = await auth.createCustomToken(uid);
    const signedIn = await callAsBrowser(settings, "signInWithCustomToken", {
      token,
      returnSecureToken: true,
    });
    const { idToken } = signedIn as { idToken: string };
    await callAsBrowser(settings, "sendOobCode", {
      requestType: "VERIFY_EMAIL",
      idToken,
      continueUrl,
    });
    return "sent" as const;
  } catch (error) {
    if (error instanceof IdentityTrouble && error.message.startsWith("TOO_MANY_ATTEMPTS"))
      return "too-many" as const;
    throw error;
  }
}

async function findIdentity(auth: Auth, uid: string): Promise<Identity | null> {
  const user = await auth.getUser(uid).catch(nullIfUntrusted);
  return user && !user.disabled ? fromRecord(user) : null;
}

/** The account's present state rather than the token's, which may be an hour old. */
async function verifyIdToken(auth: Auth, idToken: string): Promise<Identity | null> {
  const token = await auth.verifyIdToken(idToken, true).catch(nullIfUntrusted);
  return token && findIdentity(auth, token.uid);
}

/** Firebase Authentication, or its emulator where FIREBASE_AUTH_EMULATOR_HOST is set. */
export function firebaseIdentity(settings: Settings): IdentityPort {
  const auth = getAuth(appFor(settings));
  return {
    verifyIdToken: (idToken) => verifyIdToken(auth, idToken),
    findIdentity: (uid) => findIdentity(auth, uid),
    sendVerification: (uid, continueUrl) => sendVerification(auth, settings, uid, continueUrl),
  };
}
