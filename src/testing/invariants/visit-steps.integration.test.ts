import { beforeEach, describe, expect, it } from "vitest";
import { appointmentStatuses, steps, targetOf } from "@/features/appointments/rules";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createPatient } from "../factories/patient";
import { createReview } from "../factories/review";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

/** From each status, those that the database lets follow. */
const follows: Record<(typeof appointmentStatuses)[number], string> = {
  scheduled: "confirmed arrived in_progress completed cancelled no_show",
  confirmed: "scheduled arrived in_progress completed cancelled no_show",
  arrived: "scheduled confirmed in_progress completed cancelled no_show",
  in_progress: "arrived completed cancelled",
  completed: "in_progress no_show",
  cancelled: "",
  no_show: "scheduled confirmed arrived",
};

const rawStep = (id: string, status: string) => db.$executeRaw`
  UPDATE appointments SET status = ${status},
    cancelled_at = CASE WHEN ${status} = 'cancelled' THEN now() END WHERE id = ${id}::uuid`;

describe("the steps of a visit", () => {
  it.each(appointmentStatuses)("from %s are those and no others", async (from) => {
    const { id: patientId } = await createPatient(db);
    const { id: doctorClinicId } = await createAssociation(db);
    for (const [index, to] of appointmentStatuses.entries()) {
      if (to === from) continue;
      const startsAt = new Date(Date.UTC(2030, 0, 7 + index, 15));
      const made = { patientId, doctorClinicId, startsAt, status: from };
      const { id } = await createAppointment(db, made);
      const isPossible = follows[from].split(" ").includes(to);
      if (isPossible) await rawStep(id, to);
      else expect(await refusedBy(rawStep(id, to))).toBe("appointments_step_known");
    }
  });

  it("that our rules know are all possible in the database", () => {
    for (const step of steps)
      for (const from of appointmentStatuses) {
        const to = targetOf(step, from);
        if (to && to !== from) expect(follows[from].split(" ")).toContain(to);
      }
  });

  it("leave a completed visit alone once it is judged", async () => {
    const { id } = await createAppointment(db, { status: "completed" });
    await createReview(db, { appointmentId: id });
    expect(await refusedBy(rawStep(id, "in_progress"))).toBe("appointments_step_known");
    expect(await refusedBy(rawStep(id, "no_show"))).toBe("appointments_step_known");
  });

  it("raise the revision, as every other change does, whatever is said of it", async () => {
    const { id } = await createAppointment(db);
    await rawStep(id, "confirmed");
    await db.appointment.update({ where: { id }, data: { notes: "x" } });
    await db.appointment.update({ where: { id }, data: { revision: 0 } });
    const row = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(row.revision).toBe(3);
  });
});
