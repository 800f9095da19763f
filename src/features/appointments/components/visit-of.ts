import type { PatientAppointment } from "../read-store";
import type { Visit } from "./visit-facts";

/** An appointment as the facts of a visit; doctor and clinic are null where they were removed. */
export function visitOf(appointment: PatientAppointment): Visit {
  const { doctorName, doctorSlug, specialization } = appointment;
  const { clinicName, clinicSlug, clinicAddress, clinicCity } = appointment;
  return {
    ...appointment,
    doctor:
      doctorName && doctorSlug && specialization
        ? { name: doctorName, slug: doctorSlug, specialization }
        : null,
    clinic:
      clinicName && clinicSlug
        ? { name: clinicName, slug: clinicSlug, address: clinicAddress, city: clinicCity }
        : null,
  };
}
