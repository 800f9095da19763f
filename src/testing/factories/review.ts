import { randomUUID } from "node:crypto";
import type { Prisma, Review } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import { createAppointment } from "./appointment";
import type { Overrides } from "./overrides";

/** Doctor and association are the database's to fill in, from the visit. */
export type ReviewOverrides = Overrides<
  Omit<Prisma.ReviewCreateManyInput, "doctorId" | "doctorClinicId">
>;

export function reviewRow(overrides: ReviewOverrides & { appointmentId: string }) {
  return { id: randomUUID(), rating: 5, ...overrides } satisfies Prisma.ReviewCreateManyInput;
}

/** A review, and a completed visit of 2024 unless `appointmentId` names one. */
export async function createReview(db: Db, overrides: ReviewOverrides = {}): Promise<Review> {
  const appointmentId =
    overrides.appointmentId ??
    (
      await createAppointment(db, {
        status: "completed",
        startsAt: new Date("2024-01-08T15:00:00Z"),
      })
    ).id;
  return db.review.create({ data: reviewRow({ ...overrides, appointmentId }) });
}
