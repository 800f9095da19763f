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

/** Reviews of about two in three completed visits; the demo patient's latest is still to be written. */
export function buildReviews(visits: readonly DemoVisit[], clock: Clock) {
  const rng = random(`reviews ${clock.today}`);
  const [demoPatient] = visits.filter(({ patient }) => patient.user.email.startsWith("patient@"));
  const latest = visits
    .filter((visit) => visit.patient === demoPatient?.patient && visit.row.status === "completed")
    .sort((a, b) => b.startsAt.epochMilliseconds - a.startsAt.epochMilliseconds)[0];
  return visits
    .filter((visit) => visit.startsAt.epochMilliseconds < clock.midnight.epochMilliseconds)
    .flatMap((visit) => {
      const wants = rng.chance(0.66);
      const rating = starsAround(visit.association.doctor.stars, rng.next());
      const comment = rng.chance(0.6) ? rng.pick(comments[rating] ?? []) : null;
      const hours = rng.int(3, 70);
      if (!wants || visit.row.status !== "completed" || visit === latest) return [];
      const written = visit.startsAt.add({ hours }).epochMilliseconds;
      return reviewRow({
        id: idOf(`review ${visit.row.id}`),
        appointmentId: visit.row.id,
        rating,
        comment,
        createdAt: new Date(Math.min(written, clock.now.epochMilliseconds)),
      });
    });
}

/** Whole stars whose mean over many visits is about `mean`; now and then someone is unhappy. */
function starsAround(mean: number, chance: number): number {
  if (chance < 0.01) return 1;
  if (chance < 0.03) return 2;
  const share = mean - Math.floor(mean);
  if (chance < 0.06) return 3;
  return chance < 0.1 + share * 0.9 ? 5 : 4;
}
