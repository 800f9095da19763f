import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { savePerson } from "@/features/accounts/store";
import { insertPharmacy } from "@/features/registry/pharmacy-store";
import { refuseZone, samePosition } from "@/features/registry/rules";
import type { PrismaClient } from "@/generated/prisma/client";
import { type Point, parsePoint } from "@/lib/geo";
import type { UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import { pharmacySlugOf } from "@/lib/slug";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { insertClaim } from "../claim-store";
import { type FoundPharmacy, findAlike } from "../join-store";
import { isSlugTaken, markProposed } from "../room-store";
import type { ProposeAnswers, proposeInput } from "../schema";
import { admitJoining, refuseSecondClaim } from "./claim-pharmacy";

/**
 * Puts forward a pharmacy that is not here yet, unlisted until it is verified, and asks to own it.
 * Where there are some much like it nothing is written before the person has said that it is none of
 * them. Refuses INVALID_INPUT for no zone, CLAIM_OPEN, and as `refuseJoining` does.
 */
export async function proposePharmacy(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { answers, isNone }: z.infer<typeof proposeInput>,
  now: Instant,
): Promise<{ alike: FoundPharmacy[] }> {
  const refusal = refuseZone(answers);
  if (refusal) throw new RefusalError(refusal);
  return inTransaction(db, async (tx) => {
    await admitJoining(tx, userId, now);
    const point = parsePoint(answers.position) as Point;
    const alike = isNone ? [] : await findAlike(tx, { ...answers, ...point });
    if (alike.length === 0) await insert(tx, userId, answers, now);
    return { alike };
  }).catch(refuseSecondClaim);
}

async function insert(tx: Tx, userId: UserId, answers: ProposeAnswers, now: Instant) {
  const { person, words, ...facts } = answers;
  await savePerson(tx, userId, person);
  const pharmacyId = await insertPharmacy(tx, {
    ...facts,
    position: samePosition(facts.position),
    slug: await freeSlug(tx, `${facts.name} ${facts.city}`),
    description: "",
    email: "",
    services: [],
    insurance: [],
    supportsDelivery: false,
    deliveryRadiusKm: null,
    acceptsInsurance: false,
    isActive: true,
    licenseCountry: facts.country,
    licenseExpiresOn: "",
  });
  await markProposed(tx, pharmacyId, userId, now);
  const claim = { userId, pharmacyId, position: "owner", licenseNumber: "", words };
  const claimId = await insertClaim(tx, { ...claim, isProposal: true }, now);
  await recordAudit(tx, {
    actorUserId: userId,
    action: "pharmacy.propose",
    subjectType: "pharmacy",
    subjectId: pharmacyId,
    details: { claimId, after: { name: facts.name, address: facts.address, city: facts.city } },
  });
}

/** A name in another script leaves nothing to write in an address. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const plain = pharmacySlugOf(name).slice(0, 200) || randomUUID();
  return (await isSlugTaken(tx, plain)) ? `${plain}-${randomUUID().slice(0, 8)}` : plain;
}
