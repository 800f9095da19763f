import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import type { DoctorClinic, DoctorPage } from "../schema";
import { findDoctor, type PublicDoctor } from "../store";

type PublicAssociation = PublicDoctor["associations"][number];

/** What anyone may know of a doctor. Refuses NOT_FOUND for one who may not be listed. */
export async function getDoctor(db: Db, slug: string, now: Instant): Promise<DoctorPage> {
  const doctor = await findDoctor(db, slug, now);
  if (!doctor) throw new RefusalError(refuse("NOT_FOUND"));
  const { id: _, associations, rating, ratingCount, ...open } = doctor;
  return {
    ...open,
    rating: rating === null ? null : { value: rating, count: ratingCount },
    clinics: associations.map(toClinic),
  };
}

function toClinic(association: PublicAssociation): DoctorClinic {
  const { id: _, ...clinic } = association.clinic;
  return {
    ...clinic,
    associationId: association.id,
    fee:
      association.fee === null ? null : { amount: association.fee, currency: association.currency },
    durationMinutes: association.facts.durationMinutes,
    department: association.department,
    designation: association.designation,
    isPrimary: association.isPrimary,
  };
}
