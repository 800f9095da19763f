import { describe, expect, it } from "vitest";
import { appointmentStatuses } from "@/features/appointments/rules";
import { reviewForm } from "./form-schema";
import { refuseReview, sharesOf, wordAnswer } from "./rules";

describe("a review", () => {
  it("is of a completed visit, once", () => {
    const allowed = appointmentStatuses.filter(
      (status) => refuseReview({ status, isReviewed: false }) === null,
    );
    expect(allowed).toEqual(["completed"]);
    expect(refuseReview({ status: "scheduled", isReviewed: false })?.code).toBe(
      "VISIT_NOT_COMPLETED",
    );
    expect(refuseReview({ status: "completed", isReviewed: true })?.code).toBe("ALREADY_REVIEWED");
  });

  it("has one to five stars, and words only if one likes", () => {
    const judge = (rating: unknown, comment: unknown) => reviewForm.safeParse({ rating, comment });
    expect(judge("4", " Thank you. ").data).toEqual({ rating: 4, comment: "Thank you." });
    expect(judge("1", "").success).toBe(true);
    for (const rating of ["0", "6", "4.5", "", null, undefined])
      expect(judge(rating, "").success).toBe(false);
    expect(judge("5", "x".repeat(1000)).success).toBe(true);
    expect(judge("5", "x".repeat(1001)).success).toBe(false);
  });

  it("is summed up in shares of all", () => {
    expect(sharesOf([0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0]);
    expect(sharesOf([1, 0, 0, 1, 2])).toEqual([25, 0, 0, 25, 50]);
  });

  it("is answered without a word of what was said on a lock screen", () => {
    expect(wordAnswer("Dr. Ana Núñez", null)).toEqual({
      title: "Your review was answered",
      body: "Dr. Ana Núñez",
    });
  });
});
