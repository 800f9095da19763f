import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";
import { identityService } from "@/server/ports/identity";
import { currentSession } from "@/server/session";
import { publicProcedure, router, signedInProcedure } from "@/server/trpc";
import { completeOnboarding } from "./commands/complete-onboarding";
import { endEverySession, endSession } from "./commands/end-session";
import { refreshEmail } from "./commands/refresh-email";
import { sendVerification } from "./commands/send-verification";
import { updateProfile } from "./commands/update-profile";
import { onboardingSchema, profileUpdateSchema, verificationSchema } from "./schema";
import { getProfile } from "./store";

export const accountsRouter = router({
  profile: signedInProcedure.query(({ ctx }) => getProfile(ctx.db, ctx.actor.userId)),

  completeOnboarding: signedInProcedure
    .input(onboardingSchema)
    .mutation(({ ctx, input }) => completeOnboarding(ctx.db, ctx.actor, input, ctx.now)),

  updateProfile: signedInProcedure
    .input(profileUpdateSchema)
    .mutation(({ ctx, input }) => updateProfile(ctx.db, ctx.actor, input, ctx.now)),

  sendVerification: signedInProcedure.input(verificationSchema).mutation(async ({ ctx, input }) =>
    sendVerification(ctx.db, await identityService(), ctx.actor, {
      next: input.next,
      siteUrl: env().NEXTAUTH_URL,
    }),
  ),

  refreshEmail: signedInProcedure.mutation(async ({ ctx }) =>
    refreshEmail(ctx.db, await identityService(), ctx.actor),
  ),

  // For a session that has ended already, too: signing out always works.
  signOut: publicProcedure.mutation(async ({ ctx }) =>
    endSession(ctx.db, await currentSession(), Temporal.Now.instant()),
  ),

  signOutEverywhere: signedInProcedure.mutation(({ ctx }) =>
    endEverySession(ctx.db, ctx.actor, Temporal.Now.instant()),
  ),
});
