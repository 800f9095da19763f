import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { Settings } from "../rules";
import { readSettings, saveSettingsAt } from "../settings-store";

/** There is one row of settings; this is who it is in the record. */
const theSettings = "00000000-0000-0000-0000-000000000001";

/** Says when a decision takes two people; those under way stay as they are. Refuses CHANGED_MEANWHILE. */
export async function saveSettings(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { settings, expectedRevision }: { settings: Settings; expectedRevision: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { revision, ...before } = await readSettings(tx);
    if (revision !== expectedRevision || !(await saveSettingsAt(tx, settings, revision)))
      throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "settings.save",
      subjectType: "settings",
      subjectId: theSettings,
      details: { before, after: { ...settings, countries: [...settings.countries] } },
    });
  });
}
