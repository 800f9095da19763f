import { messagesSql, type NewMessage } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import { log } from "@/server/log";
import { type DueNotice, takeDueNotices } from "../notice-store";
import { wordNotice } from "../rules";

const mostAtOnce = 200;
const everyMs = 60 * 60_000;

/**
 * Tells every doctor whose licence ends or has ended, each once for each day that is set for it. Says
 * how many that were. What fails is tried again with the next run.
 */
export async function sendNotices(db: PrismaClient, now: Instant): Promise<number> {
  let sent = 0;
  for (;;) {
    const count = await sendSome(db, now);
    sent += count;
    if (count === 0) return sent;
  }
}

function sendSome(db: PrismaClient, now: Instant): Promise<number> {
  return inTransaction(db, async (tx) => {
    const due = await takeDueNotices(tx, now, mostAtOnce);
    if (due.length > 0) await tx.$executeRaw(messagesSql(due.map(messageOf)));
    return due.length;
  });
}

function messageOf({ userId, expiresOn, daysBefore, open }: DueNotice): NewMessage {
  const kind = daysBefore === 0 ? "licence_ended" : "licence_ends";
  return { userId, kind, data: {}, ...wordNotice(daysBefore, expiresOn, open) };
}

/** Runs at once and every hour, for as long as something else keeps the process alive. */
export function watchLicences(db: () => PrismaClient, now: () => Instant): NodeJS.Timeout {
  async function look() {
    try {
      await sendNotices(db(), now());
    } catch {
      log().warn("the licences that end could not be looked through");
    }
  }
  void look();
  return setInterval(look, everyMs).unref();
}
