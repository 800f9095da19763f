import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { parsePoint } from "@/lib/geo";
import { RefusalError, refuse } from "@/lib/refusal";
import { slugOf } from "@/lib/slug";
import { isZone } from "@/lib/time/zone";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { lockDoctor } from "../association-store";
import type { FoundClinic, proposeInput } from "../clinic-schema";
import {
  countProposed,
  findAlike,
  findOwnProposal,
  insertProposed,
  type NewClinic,
  type Seeker,
} from "../clinic-store";
import { isCurrency } from "../currencies";
import { describePlace } from "../queries/describe-place";
import { isFarFrom } from "../rules";

/** A person does not work at more new clinics than this at once. */
const mostWaiting = 10;

type Proposed = { clinicId: string } | { alike: FoundClinic[] };

/**
 * Puts a clinic on the list, for its proposer alone until an administrator has looked at it. Where
 * there are clinics much like it in that town, nothing is written before the doctor has said that
 * it is none of them. Refuses INVALID_INPUT at the field, and TOO_MANY_TRIES beyond ten that wait.
 */
export async function proposeClinic(
  db: PrismaClient,
  seeker: Seeker,
  { answers, isNone }: z.infer<typeof proposeInput>,
): Promise<Proposed> {
  const described = await describePlace(answers);
  const place = described?.place;
  const picked = parsePoint(answers.position);
  const fields = {
    ...(!place && { city: "cityUnknown" }),
    ...(!isZone(answers.timezone) && { timezone: "choose" }),
    ...(!isCurrency(answers.currency) && { currency: "choose" }),
    ...(place && picked && isFarFrom(place, picked) && { position: "tooFarFromCity" }),
  };
  if (!place || Object.keys(fields).length > 0)
    throw new RefusalError(refuse("INVALID_INPUT", { fields }));
  const { latitude, longitude } = picked ?? place;
  const clinic = { city: place.name, country: place.country, latitude, longitude, answers };
  return inTransaction(db, async (tx) => {
    // Sent twice, the second waits and then finds what the first has written.
    await lockDoctor(tx, seeker.doctorId);
    const earlier = await findOwnProposal(tx, seeker.userId, clinic);
    if (earlier) return { clinicId: earlier };
    if ((await countProposed(tx, seeker.userId)) >= mostWaiting)
      throw new RefusalError(refuse("TOO_MANY_TRIES"));
    const alike = isNone ? [] : await findAlike(tx, seeker, clinic);
    return alike.length > 0 ? { alike } : { clinicId: await insert(tx, seeker, clinic) };
  });
}

async function insert(tx: Tx, { userId }: Seeker, clinic: NewClinic): Promise<string> {
  // A name in another script leaves nothing to write in an address.
  const plain = slugOf(`${clinic.answers.name} ${clinic.city}`).slice(0, 200) || randomUUID();
  // Every clinic has one address, so there is always a number that none has yet.
  for (let count = 1; ; count++) {
    const slug = count === 1 ? plain : `${plain}-${count}`;
    const clinicId = await insertProposed(tx, userId, { ...clinic, slug });
    if (!clinicId) continue;
    await recordAudit(tx, {
      actorUserId: userId,
      action: "clinic.propose",
      subjectType: "clinic",
      subjectId: clinicId,
    });
    return clinicId;
  }
}
