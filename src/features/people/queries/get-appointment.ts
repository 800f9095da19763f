import type { AppointmentId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Db } from "@/server/db";
import { type AppointmentDetail, findAppointment } from "../appointments-store";

/** One appointment without health data. Refuses NOT_FOUND. */
export async function getAppointment(
  db: Db,
  appointmentId: AppointmentId,
): Promise<AppointmentDetail> {
  const appointment = await findAppointment(db, appointmentId);
  if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
  return appointment;
}
