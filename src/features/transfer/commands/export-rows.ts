import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import { writeRows } from "@/lib/csv";
import type { UserId } from "@/lib/ids";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { cellOf } from "../column";
import type { Kind } from "../kinds";
import { headerOf, sheets } from "../sheets";
import { countKnown, listKnown } from "../store";

/**
 * All of a kind as CSV, a page at a time while somebody reads; recorded before the first row leaves.
 * Begins with the mark by which spreadsheets know UTF-8.
 */
export async function exportRows(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { kind }: { kind: Kind },
): Promise<AsyncGenerator<string>> {
  await inTransaction(db, async (tx) => {
    await recordAudit(tx, {
      actorUserId: userId,
      action: `transfer.export-${kind}`,
      subjectType: "transfer",
      subjectId: randomUUID(),
      details: { rows: await countKnown(tx, kind) },
    });
  });
  return pages(db, kind);
}

async function* pages(db: PrismaClient, kind: Kind): AsyncGenerator<string> {
  const header = headerOf(sheets[kind]);
  yield `\ufeff${writeRows([header])}`;
  for (let after: string | null = null; ; ) {
    const known = await listKnown(db, kind, after);
    if (known.length === 0) return;
    yield writeRows(known.map(({ facts }) => header.map((name) => cellOf(facts[name]))));
    after = known.at(-1)?.id ?? null;
  }
}
