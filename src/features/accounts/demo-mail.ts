import "server-only";
import { z } from "zod";
import { env } from "@/env.mjs";
import { withQuery } from "./next-path";

const codesSchema = z.object({
  oobCodes: z
    .array(
      z.object({
        email: z.string(),
        oobCode: z.string(),
        oobLink: z.string(),
        requestType: z.string(),
      }),
    )
    .default([]),
});

export type DemoMessage = {
  email: string;
  kind: "verify" | "reset" | "other";
  /** The address on our own site that the real message would lead to. */
  href: string;
};

const kinds: Record<string, [DemoMessage["kind"], mode: string]> = {
  VERIFY_EMAIL: ["verify", "verifyEmail"],
  PASSWORD_RESET: ["reset", "resetPassword"],
};

/**
 * The messages that the identity emulator would have sent and whose links still work, newest first;
 * only those to `email` where it is given. For the demo and tests alone: see `hasDemoMail`.
 */
export async function listDemoMail(email: string): Promise<DemoMessage[]> {
  const { FIREBASE_AUTH_EMULATOR_HOST: host, FIREBASE_PROJECT_ID: project } = env();
  const answer = await fetch(`http://${host}/emulator/v1/projects/${project}/oobCodes`, {
    cache: "no-store",
  });
  const { oobCodes } = codesSchema.parse(await answer.json());
  const wanted = email.trim().toLowerCase();
  return oobCodes
    .filter((code) => !wanted || code.email.toLowerCase() === wanted)
    .reverse()
    .map((code) => {
      const [kind, mode] = kinds[code.requestType] ?? ["other", "unknown"];
      const continueUrl = new URL(code.oobLink).searchParams.get("continueUrl");
      const href = withQuery("/auth/action", { mode, oobCode: code.oobCode, continueUrl });
      return { email: code.email, kind, href };
    });
}
