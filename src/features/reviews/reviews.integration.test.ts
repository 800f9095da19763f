import { beforeEach, describe, expect, it } from "vitest";
import { physicianLd } from "@/features/doctors/physician-ld";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createReview } from "@/testing/factories/review";
import { refusalFrom } from "@/testing/refusals";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);

beforeEach(resetDatabase);

/** A completed visit, with everyone in it and the calls they may make. */
async function completedVisit(association?: { id: string; doctorId: string }) {
  const post = association ?? (await createAssociation(db));
  const doctor = await db.doctor.findUniqueOrThrow({ where: { id: post.doctorId } });
  const patient = await createPatient(db, { user: { fullName: "Wilhelmina Secret" } });
  const { id: appointmentId } = await createAppointment(db, {
    doctorClinicId: post.id,
    patientId: patient.id,
    status: "completed",
    startsAt: new Date(Date.UTC(2026, 9, 1, 14, 30 * (await db.appointment.count()))),
  });
  return {
    post,
    doctor,
    patient,
    appointmentId,
    asPatient: await callAs(db, patient.userId, now),
    asDoctor: await callAs(db, doctor.userId, now),
  };
}

async function asModerator() {
  const { userId } = await createAdmin(db, { accessLevel: "moderator" });
  return callAs(db, userId, now);
}

const anyone = () => callAs(db, null, now);

async function ratingsOf(associationId: string) {
  const { doctor, clinic, averageRating } = await db.doctorClinic.findUniqueOrThrow({
    where: { id: associationId },
    include: { doctor: true, clinic: true },
  });
  const number = (value: unknown) => (value === null ? null : Number(value));
  return [number(doctor.rating), doctor.ratingCount, number(averageRating), number(clinic.rating)];
}

describe("writing a review", () => {
  it("counts at once, and is there for anyone without a name", async () => {
    const { post, doctor, appointmentId, asPatient } = await completedVisit();
    const comment = "<script>alert(1)</script> {name} 👩🏽‍⚕️ \u202Eback";
    await asPatient.reviews.write({ appointmentId, rating: 4, comment });
    expect(await ratingsOf(post.id)).toEqual([4, 1, 4, 4]);
    const api = await anyone();
    const { reviews } = await api.reviews.ofDoctor({ slug: doctor.slug });
    expect(reviews).toMatchObject([{ rating: 4, comment, reply: null }]);
    expect(JSON.stringify(reviews)).not.toMatch(/Wilhelmina|Secret/);
    expect(JSON.stringify(reviews)).not.toContain(appointmentId);
    expect(await api.reviews.stars({ slug: doctor.slug })).toEqual([0, 0, 0, 1, 0]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "review.write" } });
    expect(audit.details).toEqual({ rating: 4 });
    const visit = await asPatient.reviews.ofVisit({ appointmentId });
    expect(visit).toMatchObject({ review: { rating: 4 }, refusal: { code: "ALREADY_REVIEWED" } });
  });

  it("is for the visit's own patient, once it is completed, and once", async () => {
    const { appointmentId, asPatient } = await completedVisit();
    const review = { appointmentId, rating: 5, comment: "" };
    const stranger = await callAs(db, (await createPatient(db)).userId, now);
    expect((await refusalFrom(stranger.reviews.write(review))).code).toBe("NOT_FOUND");
    const ofVisit = stranger.reviews.ofVisit({ appointmentId });
    expect((await refusalFrom(ofVisit)).code).toBe("NOT_FOUND");
    await asPatient.reviews.write(review);
    expect((await refusalFrom(asPatient.reviews.write(review))).code).toBe("ALREADY_REVIEWED");

    const coming = await createAppointment(db);
    const { userId } = await db.patient.findUniqueOrThrow({ where: { id: coming.patientId } });
    const early = (await callAs(db, userId, now)).reviews.write({
      ...review,
      appointmentId: coming.id,
    });
    expect((await refusalFrom(early)).code).toBe("VISIT_NOT_COMPLETED");
  });

  it.each([0, 6, 4.5])("of %d stars is none", async (rating) => {
    const { appointmentId, asPatient } = await completedVisit();
    const call = asPatient.reviews.write({ appointmentId, rating, comment: "" });
    expect((await refusalFrom(call)).code).toBe("INVALID_INPUT");
  });

  it("twice at once is one review; two patients at once are both counted", async () => {
    const first = await completedVisit();
    const second = await completedVisit(first.post);
    const { post, appointmentId } = first;
    const write = (rating: number) =>
      first.asPatient.reviews.write({ appointmentId, rating, comment: "" });
    const outcomes = await Promise.allSettled([
      write(5),
      write(5),
      second.asPatient.reviews.write({
        appointmentId: second.appointmentId,
        rating: 2,
        comment: "",
      }),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await ratingsOf(post.id)).toEqual([3.5, 2, 3.5, 3.5]);
  });

  it("and reopening the visit at the same moment can't both happen", async () => {
    for (let round = 0; round < 5; round++) {
      const { appointmentId, asPatient } = await completedVisit();
      await Promise.allSettled([
        asPatient.reviews.write({ appointmentId, rating: 5, comment: "" }),
        db.appointment.update({ where: { id: appointmentId }, data: { status: "in_progress" } }),
      ]);
      const { status, review } = await db.appointment.findUniqueOrThrow({
        where: { id: appointmentId },
        include: { review: true },
      });
      expect(status === "completed").toBe(review !== null);
    }
  });
});

describe("answering a review", () => {
  it("tells the patient once, and the answer can be changed by who has seen it", async () => {
    const visit = await completedVisit();
    const { id: reviewId } = await createReview(db, { appointmentId: visit.appointmentId });
    const answer = (reply: string, expectedReply: string | null) =>
      visit.asDoctor.reviews.answer({ reviewId, reply, expectedReply });
    await answer("Thank you.", null);
    await answer("Thank you.", null);
    const stale = answer("Something else.", null);
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    await answer("Thank you for coming.", "Thank you.");
    const row = await db.review.findUniqueOrThrow({ where: { id: reviewId } });
    expect(row).toMatchObject({ reply: "Thank you for coming.", repliedAt: expect.any(Date) });
    const told = await db.notification.findMany();
    expect(told).toMatchObject([
      {
        userId: visit.patient.userId,
        notificationType: "review_answered",
        data: { appointmentId: visit.appointmentId },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain("Thank you");
    expect(await db.auditEntry.count({ where: { action: "review.answer" } })).toBe(2);
  });

  it("is for the doctor it is about, and for what is public", async () => {
    const { appointmentId, asDoctor } = await completedVisit();
    const { id: reviewId } = await createReview(db, { appointmentId });
    const answer = { reviewId, reply: "Thank you.", expectedReply: null };
    const colleague = await callAs(db, (await createDoctor(db)).userId, now);
    expect((await refusalFrom(colleague.reviews.answer(answer))).code).toBe("NOT_FOUND");
    expect((await colleague.reviews.own({})).reviews).toEqual([]);
    await (await asModerator()).reviews.hide({ reviewId, reason: "Names another patient." });
    expect((await refusalFrom(asDoctor.reviews.answer(answer))).code).toBe("NOT_FOUND");
    const blank = asDoctor.reviews.answer({ ...answer, reply: "  " });
    expect((await refusalFrom(blank)).fields).toHaveProperty("reply");
  });

  it("from two tabs at once keeps one answer, and tells the other", async () => {
    const { appointmentId, asDoctor } = await completedVisit();
    const { id: reviewId } = await createReview(db, { appointmentId });
    const outcomes = await Promise.allSettled(
      ["One", "Two"].map((reply) =>
        asDoctor.reviews.answer({ reviewId, reply, expectedReply: null }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.notification.count()).toBe(1);
  });
});

describe("moderating", () => {
  it("takes a review out of sight and out of every rating, and back", async () => {
    const { post, doctor, appointmentId, asPatient, asDoctor } = await completedVisit();
    const other = await completedVisit(post);
    const { id: reviewId } = await createReview(db, { appointmentId, rating: 1, comment: "Mean" });
    await createReview(db, { appointmentId: other.appointmentId, rating: 5, comment: "Kind" });
    const moderator = await asModerator();
    const reason = "Names another patient.";
    await Promise.all([1, 2].map(() => moderator.reviews.hide({ reviewId, reason })));
    expect(await ratingsOf(post.id)).toEqual([5, 1, 5, 5]);
    const { reviews } = await (await anyone()).reviews.ofDoctor({ slug: doctor.slug });
    expect(reviews.map(({ rating }) => rating)).toEqual([5]);
    expect((await asPatient.reviews.ofVisit({ appointmentId })).review?.isHidden).toBe(true);
    expect((await asDoctor.reviews.own({ show: "unanswered" })).reviews).toHaveLength(1);
    const again = moderator.reviews.hide({ reviewId, reason: "Another" });
    expect((await refusalFrom(again)).code).toBe("CHANGED_MEANWHILE");
    const late = (await asModerator()).reviews.hide({ reviewId, reason });
    expect((await refusalFrom(late)).code).toBe("CHANGED_MEANWHILE");
    expect((await moderator.reviews.moderation({ show: "hidden" })).reviews).toMatchObject([
      { id: reviewId, hiddenReason: reason },
    ]);

    await Promise.all([1, 2].map(() => moderator.reviews.show({ reviewId })));
    expect(await ratingsOf(post.id)).toEqual([3, 2, 3, 3]);
    const actions = (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(
      ({ action, details }) => [action, details],
    );
    expect(actions).toEqual([
      ["review.hide", { reason }],
      ["review.show", null],
    ]);
  });

  it("of the only review leaves a doctor without a rating, for search engines, too", async () => {
    const { post, doctor, appointmentId } = await completedVisit();
    const { id: reviewId } = await createReview(db, { appointmentId, rating: 4 });
    const ld = async () =>
      physicianLd(await (await anyone()).doctors.get({ slug: doctor.slug })).aggregateRating;
    expect(await ld()).toMatchObject({ ratingValue: 4, reviewCount: 1 });
    await (await asModerator()).reviews.hide({ reviewId, reason: "Spam" });
    expect(await ratingsOf(post.id)).toEqual([null, 0, null, null]);
    expect(await ld()).toBeUndefined();
  });

  it("finds reviews by their stars and state, and knows none that does not exist", async () => {
    for (const rating of [1, 3, 5]) await createReview(db, { rating });
    const moderator = await asModerator();
    const found = await moderator.reviews.moderation({ show: "public", rating: 3 });
    expect(found.reviews.map(({ rating }) => rating)).toEqual([3]);
    const reviewId = "00000000-0000-4000-8000-000000000000";
    const hide = moderator.reviews.hide({ reviewId, reason: "Spam" });
    expect((await refusalFrom(hide)).code).toBe("NOT_FOUND");
  });
});

describe("reading reviews", () => {
  it("goes page by page, newest first, each once", async () => {
    const post = await createAssociation(db);
    const doctor = await db.doctor.findUniqueOrThrow({ where: { id: post.doctorId } });
    const ids: string[] = [];
    for (let index = 0; index < 23; index++) {
      const { appointmentId } = await completedVisit(post);
      // Some of the same moment, so that the order is not by time alone.
      const createdAt = new Date(Date.UTC(2026, 9, 20 - Math.floor(index / 4)));
      const comment = `Number ${index}`;
      ids.push((await createReview(db, { appointmentId, createdAt, comment })).id);
    }
    const api = await anyone();
    await createReview(db, { appointmentId: (await completedVisit(post)).appointmentId });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await api.reviews.ofDoctor({ slug: doctor.slug, after });
      expect(page.reviews.length).toBeLessThanOrEqual(10);
      seen.push(...page.reviews.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(23);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it("shows nothing of a doctor who may not be listed", async () => {
    const { doctor, appointmentId } = await completedVisit();
    await createReview(db, { appointmentId });
    await db.doctor.update({ where: { id: doctor.id }, data: { isVerified: false } });
    const api = await anyone();
    expect((await api.reviews.ofDoctor({ slug: doctor.slug })).reviews).toEqual([]);
    expect(await api.reviews.stars({ slug: doctor.slug })).toEqual([0, 0, 0, 0, 0]);
  });
});
