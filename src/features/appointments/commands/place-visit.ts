import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import type { AppointmentId, DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { intervalOf } from "@/lib/time/interval";
import type { Tx } from "@/server/db";
import { type Buffers, placeAmong } from "../placing";
import { lockNeighbours, type Place, updateTrimmed } from "../placing-store";

/**
 * Holds what a visit at this place would touch, and then the doctor's associations, so that nothing
 * is booked meanwhile. In this order, as whoever changes an appointment does.
 */
export async function holdPlace(
  tx: Tx,
  doctorId: DoctorId,
  place: Place,
  wanted: Buffers,
  except?: AppointmentId,
): Promise<void> {
  await lockNeighbours(tx, doctorId, place, wanted, except);
  await lockDoctorAssociations(tx, doctorId);
}

/**
 * Makes room at a held place where the doctor puts a visit: buffers in the way are trimmed, and what
 * is left of the visit's own is answered. Refuses VISITS_OVERLAP for real overlap.
 */
export async function makeRoom(
  tx: Tx,
  doctorId: DoctorId,
  place: Place,
  wanted: Buffers,
  except?: AppointmentId,
): Promise<Buffers> {
  // Asked again: something may have been booked before the associations were held.
  const neighbours = await lockNeighbours(tx, doctorId, place, wanted, except);
  const placed = placeAmong(intervalOf(place.startsAt, place.endsAt), wanted, neighbours);
  if (!placed) throw new RefusalError(refuse("VISITS_OVERLAP"));
  await updateTrimmed(tx, placed);
  return placed;
}
