import { notFound, redirect } from "next/navigation";
import { env } from "@/env.mjs";
import { safeNext, safeNextOf, withQuery } from "@/features/accounts/next-path";
import { type PageProps, single } from "../../page-query";

const paths: Record<string, string> = {
  verifyEmail: "/verify-email",
  verifyAndChangeEmail: "/verify-email",
  recoverEmail: "/verify-email",
  resetPassword: "/reset-password",
};

/** Where the links in Firebase's messages lead: each kind to its own page. */
export default async function AuthActionPage(props: PageProps): Promise<never> {
  const query = await props.searchParams;
  const path = paths[single(query.mode) ?? ""];
  const oobCode = single(query.oobCode);
  if (!path || !oobCode) notFound();
  const { NEXTAUTH_URL } = env();
  const then = safeNextOf(single(query.continueUrl), NEXTAUTH_URL);
  // The message was asked for with /auth/continue as the way back: what counts is where that leads.
  const next = then && safeNext(new URL(then, NEXTAUTH_URL).searchParams.get("next"));
  redirect(withQuery(path, { oobCode, next }));
}
