import { z } from "zod";
import type { UserId } from "@/lib/ids";
import type { Db, Tx } from "@/server/db";

export type NewMessage = {
  userId: UserId;
  kind: string;
  title: string;
  body: string;
  data: { appointmentId: string };
};

/**
 * Puts messages into their people's inboxes, in the transaction of what they tell of. The row is
 * the message; sending it to a device is another matter (PRODUCT.md, Notifications).
 */
export async function insertMessages(tx: Tx, messages: NewMessage[]): Promise<void> {
  await tx.notification.createMany({
    data: messages.map(({ kind, ...message }) => ({
      ...message,
      notificationType: kind,
      deviceToken: "in-app",
    })),
  });
}

const pageSize = 30;

export type Message = {
  id: string;
  title: string;
  body: string;
  isRead: boolean;
  appointmentId: string | null;
};

const dataSchema = z.object({ appointmentId: z.uuid() });

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
    where: { userId, isRead: false },
    data: { isRead: true, readAt: new Date() },
  });
  return count;
}
