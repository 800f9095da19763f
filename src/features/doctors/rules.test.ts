import { expect, it } from "vitest";
import { NEVER_FREE, pageBySoonest } from "./rules";

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
// Rank by place is the reverse of the id, so that the three keys can be told apart.
const doctors = Array.from({ length: 47 }, (_, n) => ({
  id: uuid(n),
  keys: [100 - (n % 5), 0] as const,
  first: n % 7 === 0 ? NEVER_FREE : 1_000 + (n % 3),
}));
const first = (doctor: (typeof doctors)[number]) => doctor.first;

it("pages through all, each once, soonest first, those without a time last", () => {
  const seen: typeof doctors = [];
  let after: Parameters<typeof pageBySoonest>[2]["after"];
  do {
    const { page, next } = pageBySoonest(doctors, first, { after, limit: 10 });
    seen.push(...page);
    after = next ?? undefined;
  } while (after);
  expect(new Set(seen.map((doctor) => doctor.id)).size).toBe(doctors.length);
  const inOrder = [...doctors].sort(
    (a, b) => a.first - b.first || a.keys[0] - b.keys[0] || (a.id < b.id ? -1 : 1),
  );
  expect(seen.map((doctor) => doctor.id)).toEqual(inOrder.map((doctor) => doctor.id));
});

it("has no next page when the last one is full", () => {
  expect(pageBySoonest(doctors.slice(0, 10), first, { limit: 10 }).next).toBeNull();
  expect(pageBySoonest([], first, { limit: 10 })).toEqual({ page: [], next: null });
});
