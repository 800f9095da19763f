import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createAssociation } from "../factories/association";
import { createReview } from "../factories/review";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

const at = (time: string) => new Date(`2030-01-07T${time}:00Z`);

describe("reviews", () => {
  it("need a completed visit, and one is enough", async () => {
    const { id: appointmentId } = await createAppointment(db);
    expect(await refusedBy(createReview(db, { appointmentId }))).toBe("reviews_visit_completed");
    const review = await createReview(db);
    await expect(createReview(db, { appointmentId: review.appointmentId })).rejects.toMatchObject({
      code: "P2002",
    });
  });

  it("take doctor and association from the visit", async () => {
    const post = await createAssociation(db);
    const visit = await createAppointment(db, { doctorClinicId: post.id, status: "completed" });
    const { doctorId, doctorClinicId } = await createReview(db, { appointmentId: visit.id });
    expect({ doctorId, doctorClinicId }).toEqual({
      doctorId: post.doctorId,
      doctorClinicId: post.id,
    });
  });

  it.each([0, 6])("cannot give %i stars", async (rating) => {
    expect(await refusedBy(createReview(db, { rating }))).toBe("reviews_rating_check");
  });

  it("rate doctor, association and clinic exactly, ten at once too", async () => {
    const post = await createAssociation(db);
    const visits = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        createAppointment(db, {
          doctorClinicId: post.id,
          status: "completed",
          startsAt: new Date(at("08:00").getTime() + index * 1_800_000),
        }),
      ),
    );
    const reviews = await Promise.all(
      visits.map(({ id }, index) =>
        createReview(db, { appointmentId: id, rating: (index % 3) + 3 }),
      ),
    );
    const ratings = async () => {
      const { doctor, clinic, averageRating } = await db.doctorClinic.findUniqueOrThrow({
        where: { id: post.id },
        include: { doctor: true, clinic: true },
      });
      return [
        Number(doctor.rating),
        doctor.ratingCount,
        Number(averageRating),
        Number(clinic.rating),
        clinic.ratingCount,
      ];
    };
    // 3 and 4 and 5 three times each, and a last 3.
    expect(await ratings()).toEqual([3.9, 10, 3.9, 3.9, 10]);
    await db.review.deleteMany({ where: { id: { in: reviews.slice(1).map(({ id }) => id) } } });
    expect(await ratings()).toEqual([3, 1, 3, 3, 1]);
  });

  it("and visits being completed of the same doctor never wait for each other in a circle", async () => {
    const post = await createAssociation(db);
    const visits = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        createAppointment(db, {
          doctorClinicId: post.id,
          status: index % 2 ? "completed" : "confirmed",
          startsAt: new Date(at("08:00").getTime() + index * 1_800_000),
        }),
      ),
    );
    await Promise.all(
      visits.map(({ id, status }) =>
        status === "completed"
          ? createReview(db, { appointmentId: id })
          : db.appointment.update({ where: { id }, data: { status: "completed" } }),
      ),
    );
    const counted = await db.doctorClinic.findUniqueOrThrow({ where: { id: post.id } });
    expect(counted.completedAppointments).toBe(16);
  });
});
