import { expect, it } from "vitest";
import { planSearch } from "./plan-search";

const facets = {
  specialities: [{ value: "Dentistry", doctors: 3 }],
  languages: [{ value: "German", doctors: 2 }],
};
const chicago = { label: "Chicago, IL, United States", latitude: 41.85, longitude: -87.65 };

it("matches what was typed with what there is", () => {
  const typed = {
    speciality: "dentistry",
    language: "GERMAN",
    place: "chicago",
    sort: "distance" as const,
  };
  const plan = planSearch(typed, facets, { place: chicago, similar: [] });
  expect(plan.unknown).toEqual([]);
  expect(plan.filters).toEqual({
    speciality: "Dentistry",
    language: "German",
    place: chicago.label,
    sort: "distance",
  });
  expect(plan.input).toEqual({
    speciality: "Dentistry",
    language: "German",
    sort: "distance",
    near: { latitude: 41.85, longitude: -87.65 },
  });
});

it("leaves out what is not known, says so, and asks for no distance from nowhere", () => {
  const typed = {
    speciality: "alchemy",
    language: "Elvish",
    place: "Chciago",
    sort: "distance" as const,
  };
  const plan = planSearch(typed, facets, { place: null, similar: [chicago] });
  expect(plan.filters).toEqual({ sort: "soonest" });
  expect(plan.input).toEqual({ sort: "soonest" });
  expect(plan.unknown).toEqual([
    { what: "speciality", text: "alchemy" },
    { what: "language", text: "Elvish" },
    { what: "place", text: "Chciago", similar: [chicago.label] },
  ]);
});
