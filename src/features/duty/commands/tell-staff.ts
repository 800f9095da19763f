import { messagesSql } from "@/features/notifications/store";
import type { Tx } from "@/server/db";
import { type News, wordNews } from "../news";
import { staffOf } from "../shift-store";
import type { District } from "../store";

/** Tells everyone who works at the pharmacies what became of their shifts, one message for each pharmacy. */
export async function tellStaff(
  tx: Tx,
  district: District,
  news: readonly (News & { pharmacyId: string })[],
): Promise<void> {
  const staff = await staffOf(tx, [...new Set(news.map(({ pharmacyId }) => pharmacyId))]);
  const messages = staff.flatMap(({ userId, pharmacyId, pharmacyName }) =>
    wordNews(
      news.filter((one) => one.pharmacyId === pharmacyId),
      { pharmacyName, district: district.name, zone: district.timezone },
    ).map((words) => ({ userId, data: {}, ...words })),
  );
  if (messages.length > 0) await tx.$executeRaw(messagesSql(messages));
}
