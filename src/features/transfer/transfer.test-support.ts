import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { findActor } from "@/server/actor";
import { createCallerFactory, router } from "@/server/trpc";
import { createSession } from "@/testing/factories/session";
import type { Kind } from "./kinds";
import { transferRouter } from "./router";
import type { CheckInput } from "./schema";
import type { ImportLine, RowVerdict, Totals } from "./verdicts";

/** A file on its way in, and all that is said about it. */
export function aFile(kind: Kind, content: string | Uint8Array, more: Partial<CheckInput> = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const lines: ImportLine[] = [];
  const input: CheckInput = {
    kind,
    name: "table.csv",
    size: bytes.length,
    separator: null,
    encoding: null,
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
    tell: async (line) => void lines.push(line),
    ...more,
  };
  return { input, lines };
}

/** What a check came to. */
export function outcomeOf(lines: readonly ImportLine[]) {
  const done = lines.find((line) => line.type === "done");
  const about = lines.find((line) => line.type === "about");
  return {
    about: about?.type === "about" ? about.about : null,
    rows: lines.flatMap((line): RowVerdict[] => (line.type === "rows" ? line.rows : [])),
    totals: done?.type === "done" ? done.totals : ({} as Totals),
    digest: done?.type === "done" ? done.digest : "",
  };
}

const callerFor = createCallerFactory(router({ transfer: transferRouter }));

/** Calls the feature's procedures as somebody, through the real gates. */
export async function transferAs(db: PrismaClient, userId: string | null, now: Instant) {
  const claim = userId ? await createSession(db, { userId }) : null;
  const asking = await findActor(db, claim, now);
  return callerFor({ db, now, asking, address: "192.0.2.1" }).transfer;
}
