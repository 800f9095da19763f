import type { Cause } from "../schema";

/** An appointment as the list in the browser takes it. */
export type ListedAppointment = {
  id: string;
  revision: number;
  cause: Cause;
  startMs: number;
  timezone: string;
  doctorId: string;
  doctorName: string;
  clinicName: string | null;
  patientName: string | null;
};

export type Choice = "cancel" | "keep";

export type Group = Pick<ListedAppointment, "cause" | "doctorId" | "doctorName" | "clinicName"> & {
  key: string;
  appointments: ListedAppointment[];
};

/** The same doctor at the same clinic for the same cause, in the order of their first visit. */
export function groupsOf(appointments: readonly ListedAppointment[]): Group[] {
  const groups = new Map<string, Group>();
  for (const appointment of appointments) {
    const { cause, doctorId, doctorName, clinicName } = appointment;
    const key = `${doctorId} ${clinicName} ${cause}`;
    const group = groups.get(key);
    if (group) group.appointments.push(appointment);
    else
      groups.set(key, {
        key,
        cause,
        doctorId,
        doctorName,
        clinicName,
        appointments: [appointment],
      });
  }
  return [...groups.values()];
}
