import type { z } from "zod";
import { isRelied, todayOf } from "@/features/applications/rules";
import { lockApplication } from "@/features/applications/store";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { handedInWords, refuseRenewalDay } from "../rules";
import type { renewalInput } from "../schema";
import { insertRenewal } from "../store";

/**
 * Hands in a verified doctor's new licence, also after the old one has ended and while suspended.
 * Refuses NOT_ALLOWED before the first verification, INVALID_INPUT for a day that is not later or a
 * document that is no new licence of theirs, and RENEWAL_WAITING.
 */
export async function handInRenewal(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: DoctorId },
  { documentId, expiresOn }: z.infer<typeof renewalInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, doctorId);
    if (!application.isVerified) throw new RefusalError(refuse("NOT_ALLOWED"));
    const present = application.licenseExpiresOn || null;
    const refusal = refuseRenewalDay(expiresOn, present, todayOf(now));
    if (refusal) throw new RefusalError(refusal);
    const renewalId = await insertRenewal(tx, doctorId, { documentId, expiresOn }, now);
    if (!renewalId) throw new RefusalError(refuse("RENEWAL_WAITING"));
    const document = application.documents.find(({ id }) => id === documentId);
    if (document?.kind !== "licence" || isRelied(application, document))
      throw new RefusalError(
        refuse("INVALID_INPUT", { fields: { documentId: "renewalDocument" } }),
      );
    await recordAudit(tx, {
      actorUserId: userId,
      action: "renewal.hand-in",
      subjectType: "renewal",
      subjectId: renewalId,
      details: { doctorId, before: { expiresOn: present }, after: { expiresOn, documentId } },
    });
    const kind = "renewal_handed_in";
    await tx.$executeRaw(messagesSql([{ userId, kind, data: {}, ...handedInWords }]));
  });
}
