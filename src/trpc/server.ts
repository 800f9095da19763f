import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { pageContext } from "@/server/page-context";
import { createCallerFactory, refusalOf } from "@/server/trpc";
import { appRouter } from "./root";

const callerFor = createCallerFactory(appRouter);

/** Calls procedures from a page, through the same gates as over HTTP. */
export const api = cache(async () => callerFor(await pageContext()));

/** Awaits a page's data; what does not exist for this person is a 404. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && refusalOf(error).code === "NOT_FOUND") notFound();
    throw error;
  }
}
