import type { Instant } from "@/lib/time/instant";
import { reviewRow } from "@/testing/factories/review";
import type { Clock } from "./clock";
import { idOf, random } from "./random";
import type { DemoVisit } from "./visit";

const comments: Record<number, readonly string[]> = {
  5: [
    "Took time and listened. I left knowing what to do next.",
    "Friendly, clear and on time.",
    "I was nervous and was never made to feel silly about it.",
    "Explained the result so that I understood it.",
    "The whole visit was calm and well organised.",
  ],
  4: [
    "Good advice. Ten minutes' wait.",
    "Competent and kind, though a little hurried at the end.",
    "Helpful; finding the entrance was not easy.",
  ],
  3: ["Fine, but I had hoped for more explanation.", "A long wait, then good treatment."],
  2: ["Waited forty minutes and was out again in five.", "I did not feel listened to."],
  1: ["My appointment had been forgotten."],
};

const replies: Record<number, readonly string[]> = {
  5: ["Thank you for the kind words.", "That is good to hear. All the best to you."],
  4: ["Thank you. We are working on the waiting times."],
  3: ["Thank you for telling us. Please ask whenever something is unclear."],
  2: ["I am sorry that you felt rushed. You are welcome to call the practice."],
  1: ["I am sorry. That should not happen; please call us so that we can put it right."],
};

/** What a moderator has taken out of sight. */
const unfit = {
  rating: 1,
  comment: "Never again! Call me on 312 555 0142, I will tell you what the receptionist is like.",
  reason: "Contains a phone number and insults a third person.",
};

/** Of the demo patient's visits so many, the latest, are still to be reviewed. */
const leftToReview = 3;

/**
 * Reviews of about two in three completed visits, every third of those in words with an answer; one
 * of the demo doctor's is hidden.
 */
export function buildReviews(visits: readonly DemoVisit[], clock: Clock, moderatorId: string) {
  const rng = random(`reviews ${clock.today}`);
  const left = latestOf(visits, "patient@");
  const reviews = visits
    .filter((visit) => visit.startsAt.epochMilliseconds < clock.midnight.epochMilliseconds)
    .flatMap((visit) => {
      const wants = rng.chance(0.66);
      const rating = starsAround(visit.association.doctor.stars, rng.next());
      const comment = rng.chance(0.6) ? rng.pick(comments[rating] ?? []) : null;
      const hours = rng.int(3, 70);
      const reply = rng.chance(0.33) && comment ? rng.pick(replies[rating] ?? []) : null;
      if (!wants || visit.row.status !== "completed" || left.includes(visit)) return [];
      const written = earlier(visit.startsAt.add({ hours }), clock);
      const row = reviewRow({
        id: idOf(`review ${visit.row.id}`),
        appointmentId: visit.row.id,
        rating,
        comment,
        createdAt: written,
        reply,
        repliedAt: reply ? earlier(visit.startsAt.add({ hours: hours + 20 }), clock) : null,
      });
      return [{ visit, row }];
    });
  const unfitFor = reviews.find(({ visit }) => isOf(visit, "doctor@"))?.row;
  return reviews.map(({ row }) =>
    row === unfitFor ? { ...row, ...hidden(moderatorId, clock) } : row,
  );
}

function hidden(moderatorId: string, clock: Clock) {
  const { rating, comment, reason } = unfit;
  const moderated = { hiddenAt: clock.daysAgo(1), hiddenBy: moderatorId, hiddenReason: reason };
  return { rating, comment, reply: null, repliedAt: null, ...moderated };
}

function isOf({ association, patient }: DemoVisit, account: string): boolean {
  return [association.doctor.user, patient.user].some(({ email }) => email.startsWith(account));
}

function latestOf(visits: readonly DemoVisit[], account: string): DemoVisit[] {
  return visits
    .filter((visit) => isOf(visit, account) && visit.row.status === "completed")
    .sort((a, b) => b.startsAt.epochMilliseconds - a.startsAt.epochMilliseconds)
    .slice(0, leftToReview);
}

/** Nothing has been written later than now. */
function earlier(at: Instant, { now }: Clock): Date {
  return new Date(Math.min(at.epochMilliseconds, now.epochMilliseconds));
}

/** Whole stars whose mean over many visits is about `mean`; now and then someone is unhappy. */
function starsAround(mean: number, chance: number): number {
  if (chance < 0.01) return 1;
  if (chance < 0.03) return 2;
  const share = mean - Math.floor(mean);
  if (chance < 0.06) return 3;
  return chance < 0.1 + share * 0.9 ? 5 : 4;
}
