import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import type { ReportKind } from "../form-schema";
import { wordReport } from "../rules";
import { countReport, listStaffAccounts } from "../store";

/**
 * Takes down that a pharmacy's hours are wrong; the same again only counts. The first of its kind is
 * recorded, and told to those who work there, of each kind once in 24 hours. Refuses NOT_FOUND where no such pharmacy is listed.
 */
export async function reportHours(
  db: PrismaClient,
  userId: UserId | null,
  { slug, kind }: { slug: string; kind: ReportKind },
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const counted = await countReport(tx, { slug, kind, userId }, now);
    if (!counted) throw new RefusalError(refuse("NOT_FOUND"));
    if (!counted.isFirst) return;
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.report",
      subjectType: "pharmacy",
      subjectId: counted.pharmacyId,
      details: { after: { kind } },
    });
    // Staff who have just answered are not told the same over and over by who wants to disturb them.
    if (counted.isNews) await tellStaff(tx, counted, kind);
  });
}

async function tellStaff(
  tx: Tx,
  { pharmacyId, name }: { pharmacyId: string; name: string },
  kind: ReportKind,
): Promise<void> {
  const staff = await listStaffAccounts(tx, pharmacyId);
  if (staff.length === 0) return;
  const words = wordReport(kind, name);
  await tx.$executeRaw(
    messagesSql(staff.map((userId) => ({ userId, kind: "pharmacy_hours", ...words, data: {} }))),
  );
}
