import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import {
  at,
  booking,
  patientCaller,
  thursdayTen,
} from "@/features/appointments/appointments.test-support";
import { practice, revisionOf } from "@/features/appointments/visits.test-support";
import { callAs } from "../caller";
import { resetDatabase, testDatabase } from "../database";

const db = testDatabase();
beforeEach(resetDatabase);

/** Words as people write them where health is spoken of; each is one that nothing else says. */
const said = {
  symptoms: "Xanthochromia",
  allergy: "Benzocaine",
  condition: "Sarcoidosis",
  notes: "Auscultation",
  prescription: "Prednisolone",
  cancelled: "Hospitalised",
  walkIn: "Epistaxis",
  review: "Eczema",
  answer: "Remission",
};

it("no entry and no message's data repeats what was said of somebody's health", async () => {
  const { association, doctor, api, later } = await practice();
  const { api: patient, patient: person } = await patientCaller();
  await patient.accounts.updateProfile({
    section: "health",
    values: {
      gender: "female",
      bloodGroup: "O+",
      allergies: [said.allergy],
      chronicConditions: [said.condition],
    },
  });
  const book = (startsAt: string) =>
    patient.appointments.book({ ...booking(association.id, startsAt), symptoms: said.symptoms });

  const cancelled = await book("2026-10-29T16:00:00Z");
  await patient.appointments.cancel({ appointmentId: cancelled, reason: said.cancelled });
  const refused = await book("2026-10-29T17:00:00Z");
  await api.agenda.cancel({
    appointmentId: refused,
    expectedRevision: await revisionOf(refused),
    reason: said.cancelled,
  });

  const appointmentId = await book(thursdayTen);
  await patient.appointments.share({ appointmentId, sharesHealth: true });
  const seen = async () => ({ appointmentId, expectedRevision: await revisionOf(appointmentId) });
  await api.agenda.visit({ appointmentId });
  for (const step of ["arrive", "start"] as const)
    await api.agenda.take({ ...(await seen()), step });
  const { notes, prescription } = said;
  await api.agenda.write({ ...(await seen()), notes, prescription });
  const after = await later("2026-10-29T15:40:00Z");
  await after.agenda.take({ ...(await seen()), step: "complete" });
  const reviewer = await callAs(db, person.userId, at("2026-10-29T15:45:00Z"));
  await reviewer.reviews.write({ appointmentId, rating: 5, comment: said.review });
  const { id: reviewId } = await db.review.findFirstOrThrow();
  await after.reviews.answer({ reviewId, reply: said.answer, expectedReply: null });
  await after.agenda.walkIn({
    associationId: association.id,
    name: "Wen Li",
    reason: said.walkIn,
    bookingKey: randomUUID(),
  });

  const entries = await db.auditEntry.findMany();
  expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(9);
  expect(entries.some(({ actorUserId }) => actorUserId === doctor.userId)).toBe(true);
  const messages = await db.notification.findMany({ select: { data: true } });
  const kept = JSON.stringify([entries, messages], (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  ).toLowerCase();
  for (const word of Object.values(said)) expect(kept).not.toContain(word.toLowerCase());
});
