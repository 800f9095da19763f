import type { AssociationId, DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import {
  listOwnAssociations,
  type OwnAssociation,
  readUsualTerms,
  type UsualTerms,
} from "../association-store";
import type { FoundClinic } from "../clinic-schema";
import { findJoinable, type Seeker } from "../clinic-store";

/** One of the doctor's own associations. Refuses NOT_FOUND, another doctor's too. */
export async function getAssociation(
  db: Db,
  doctorId: DoctorId,
  associationId: AssociationId,
  now: Instant,
): Promise<OwnAssociation> {
  const [association] = await listOwnAssociations(db, doctorId, now, associationId);
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  return association;
}

/** A clinic that this doctor may join, and what they usually ask for. Refuses NOT_FOUND. */
export async function getClinicToJoin(
  db: Db,
  seeker: Seeker,
  clinicId: string,
): Promise<{ clinic: FoundClinic } & UsualTerms> {
  const [clinic, terms] = await Promise.all([
    findJoinable(db, seeker, clinicId),
    readUsualTerms(db, seeker.doctorId),
  ]);
  if (!clinic) throw new RefusalError(refuse("NOT_FOUND"));
  return { clinic, ...terms };
}
