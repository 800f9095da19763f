import { headers } from "next/headers";
import { findActor } from "./actor";
import { addressOf } from "./address";
import { now } from "./clock";
import { database } from "./db";
import { currentSession } from "./session";
import type { Context } from "./trpc";

/**
 * What each request knows: the database, the product's now, and who is asking.
 * @param session who the request's cookie claims to be.
 */
export async function createContext(session = currentSession()): Promise<Context> {
  const db = database();
  const at = now();
  const address = addressOf(await headers());
  return { db, now: at, asking: await findActor(db, await session, at), address };
}
