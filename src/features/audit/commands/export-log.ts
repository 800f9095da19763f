import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import { writeRows } from "@/lib/csv";
import type { UserId } from "@/lib/ids";
import type { Right } from "@/lib/rights";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { namingOf } from "../policy";
import type { AuditFilter } from "../schema";
import { type FullEntry, listFullEntries } from "../store";

export type Export = { fileName: string; lines: AsyncGenerator<string> };

const pageSize = 1_000;

const columns = [
  "entry",
  "at_utc",
  "actor_id",
  "actor_name",
  "action",
  "subject_type",
  "subject_id",
  "subject_name",
  "address",
  "reason",
  "before",
  "after",
  "details",
  "chain_position",
  "chain_hash",
];

/**
 * The filtered log as CSV, newest first, read as it is fetched. That it was fetched, by whom and with
 * which filter, is on record before the first line.
 */
export async function exportLog(
  db: PrismaClient,
  { userId, rights }: { userId: UserId; rights: ReadonlySet<Right> },
  filter: AuditFilter,
  now: Instant,
): Promise<Export> {
  await inTransaction(db, (tx) =>
    recordAudit(tx, {
      actorUserId: userId,
      action: "audit.export",
      subjectType: "audit",
      subjectId: randomUUID(),
      details: { filter },
    }),
  );
  const day = now.toString().slice(0, 10);
  return { fileName: `audit-log-${day}.csv`, lines: linesOf(db, filter, rights) };
}

async function* linesOf(
  db: PrismaClient,
  filter: AuditFilter,
  rights: ReadonlySet<Right>,
): AsyncGenerator<string> {
  // With the mark a spreadsheet takes it for UTF-8.
  yield `\uFEFF${writeRows([columns])}`;
  let after: string | undefined;
  for (;;) {
    const asked = { filter, after, limit: pageSize };
    const entries = await listFullEntries(db, asked, namingOf(rights));
    if (entries.length > 0) yield writeRows(entries.map(cellsOf));
    after = entries.at(-1)?.id;
    if (entries.length < pageSize) return;
  }
}

function cellsOf(entry: FullEntry): (string | number | null)[] {
  const { before, after, ...details } = entry.details ?? {};
  return [
    entry.id,
    entry.at.toString(),
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.subjectName,
    entry.address,
    entry.reason,
    jsonOf(before),
    jsonOf(after),
    Object.keys(details).length > 0 ? jsonOf(details) : "",
    entry.position,
    entry.hash,
  ];
}

const jsonOf = (value: unknown) => (value === undefined ? "" : JSON.stringify(value));
