import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { findActor } from "@/server/actor";
import { createCallerFactory } from "@/server/trpc";
import { appRouter } from "@/trpc/root";
import { createSession } from "./factories/session";

const callerFor = createCallerFactory(appRouter);

/** Calls procedures as a person who has just signed in, or as nobody, through the real gates. */
export async function callAs(db: PrismaClient, userId: string | null, now: Instant) {
  const claim = userId ? await createSession(db, { userId }) : null;
  return callerFor({ db, now, asking: await findActor(db, claim, now), address: "192.0.2.1" });
}
