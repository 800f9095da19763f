import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Db, Tx } from "@/server/db";

export type NewMessage = {
  userId: UserId;
  kind: string;
  title: string;
  body: string;
  /** What it is about, where that has a page. */
  data: { appointmentId?: string };
};

/**
 * The statement that puts messages, at least one, into their people's inboxes; for the transaction
 * of what they tell of. However many they are, they are one value of it. The row is the message; sending it to a device is another matter
 * (PRODUCT.md, Notifications).
 */
export function messagesSql(messages: readonly NewMessage[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO notifications (user_id, device_token, notification_type, title, body, data)
    SELECT "userId", 'in-app', kind, title, body, data
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      AS message("userId" UUID, kind TEXT, title TEXT, body TEXT, data JSONB)`;
}

const pageSize = 30;

export type Message = {
  id: string;
  title: string;
  body: string;
  isRead: boolean;
  appointmentId: string | null;
};

const dataSchema = z.object({ appointmentId: z.guid() });

/** A page of someone's inbox, newest first; `next` is the id to go on from, or null. */
export async function listMessages(
  db: Db,
  userId: UserId,
  after?: string,
): Promise<{ messages: Message[]; next: string | null }> {
  const rows = await db.notification.findMany({
    where: { userId, isActive: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    ...(after ? { cursor: { id: after, userId }, skip: 1 } : {}),
    select: { id: true, title: true, body: true, data: true, isRead: true },
  });
  const messages = rows.slice(0, pageSize).map(({ data, isRead, ...message }) => ({
    ...message,
    isRead: isRead === true,
    appointmentId: dataSchema.safeParse(data).data?.appointmentId ?? null,
  }));
  return { messages, next: rows.length > pageSize ? (messages.at(-1)?.id ?? null) : null };
}

/** Marks all of someone's messages read. Says how many were not. */
export async function updateAllRead(tx: Tx, userId: UserId): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { userId, NOT: { isRead: true } },
    data: { isRead: true, readAt: new Date() },
  });
  return count;
}
