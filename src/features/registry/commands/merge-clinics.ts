import type { z } from "zod";
import { messagesSql, type NewMessage } from "@/features/notifications/store";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { lockClinics, type StoredClinic, updateClinicFacts } from "../clinic-store";
import {
  copyHours,
  countMoving,
  type Double,
  endInFavour,
  listDoubles,
  lockAssociationsAt,
  lockVisitsOfDoubles,
  moveInto,
} from "../merge-store";
import { endedWords, mergedProposalWords, movedWords, toAll } from "../messages";
import { changesOf, refuseMerge, takeFacts } from "../rules";
import type { mergeInput } from "../schema";
import { listDoctorUsers } from "../standing-store";

/** A clinic of many years has many appointments to move. */
const longest = 60_000;

/**
 * Makes two entries of one clinic one: associations, appointments and reviews go to the one that
 * stays, and the address of the other leads there. Where a doctor works at both, one association
 * ends and what it had goes to the other. Refuses NOT_FOUND, CHANGED_MEANWHILE and
 * MERGE_NOT_POSSIBLE.
 */
export async function mergeClinics(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { take, ...asked }: z.infer<typeof mergeInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(
    db,
    async (tx) => {
      const [goes, stays] = await lockPair(tx, asked);
      const refusal = refuseMerge(summary(goes), summary(stays), asked);
      if (refusal) throw new RefusalError(refusal);
      await actAs(tx, { userId, at: now });
      const doubles = await listDoubles(tx, asked, now);
      const moved = await countMoving(tx, asked.goesId, now);
      const doctors = await listDoctorUsers(tx, asked.goesId);
      for (const double of doubles) await endInFavour(tx, double, now);
      await moveInto(tx, asked);
      const answers = takeFacts(stays.facts, goes.facts, take);
      const { hours: _, ...facts } = answers;
      if (take.length > 0) await updateClinicFacts(tx, asked.staysId, facts);
      if (take.includes("hours")) await copyHours(tx, asked);
      await tell(tx, { goes, name: answers.name, doctors, doubles });
      await recordAudit(tx, {
        actorUserId: userId,
        action: "clinic.merge",
        subjectType: "clinic",
        subjectId: asked.goesId,
        details: {
          into: asked.staysId,
          moved,
          ended: doubles.map(({ endedId, keptId }) => ({ endedId, keptId })),
        } as Prisma.InputJsonObject,
      });
      await recordAudit(tx, {
        actorUserId: userId,
        action: "clinic.take-in",
        subjectType: "clinic",
        subjectId: asked.staysId,
        details: {
          from: asked.goesId,
          ...changesOf(stays.facts, answers),
        } as Prisma.InputJsonObject,
      });
    },
    { timeout: longest },
  );
}

/** Visits before associations before clinics, as bookings do; then associations again, for who began at one in between. */
async function lockPair(
  tx: Tx,
  pair: { goesId: string; staysId: string },
): Promise<[goes: StoredClinic, stays: StoredClinic]> {
  await lockVisitsOfDoubles(tx, pair);
  await lockAssociationsAt(tx, pair);
  const clinics = await lockClinics(tx, [pair.goesId, pair.staysId]);
  await lockAssociationsAt(tx, pair);
  const goes = clinics.find(({ id }) => id === pair.goesId);
  const stays = clinics.find(({ id }) => id === pair.staysId);
  if (!goes || !stays) throw new RefusalError(refuse("NOT_FOUND"));
  return [goes, stays];
}

const summary = ({ id, status, revision, facts: { timezone, currency } }: StoredClinic) => ({
  id,
  status,
  revision,
  timezone,
  currency,
});

type Told = {
  goes: StoredClinic;
  /** Under which both go on. */
  name: string;
  doctors: readonly UserId[];
  doubles: readonly Double[];
};

async function tell(tx: Tx, { goes, name, doctors, doubles }: Told): Promise<void> {
  const names = [goes.facts.name, name] as const;
  const twice = new Set(doubles.map(({ userId }) => userId));
  const proposer = goes.status === "proposed" ? goes.proposedBy : null;
  const messages: NewMessage[] = [
    ...toAll([...twice], endedWords(...names)),
    ...toAll(
      doctors.filter((doctor) => !twice.has(doctor) && doctor !== proposer),
      movedWords(...names),
    ),
    ...toAll(proposer && !twice.has(proposer) ? [proposer] : [], mergedProposalWords(...names)),
  ];
  if (messages.length > 0) await tx.$executeRaw(messagesSql(messages));
}
