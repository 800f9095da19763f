import { describe, expect, it } from "vitest";
import { parsePlainDate } from "@/lib/time/plain-date";
import { holidaysOf } from "./holidays";

const from = parsePlainDate("2026-10-28") ?? expect.fail();
const namesOf = async (country: string | null, city: string | null) =>
  (await holidaysOf({ country, city }, from)).map(({ date, name }) => `${date} ${name}`);

describe("public holidays", () => {
  it("are those of a year from the date on, in order, with those of the region", async () => {
    const inChicago = await namesOf("US", "Chicago");
    expect(inChicago.slice(0, 3)).toEqual([
      "2026-11-03 Election Day",
      "2026-11-11 Veterans Day",
      "2026-11-26 Thanksgiving Day",
    ]);
    expect(inChicago).toContain("2027-02-12 Lincoln's Birthday");
    expect(inChicago.every((text) => text < "2027-10-28")).toBe(true);
  });

  it("are the country's where the region is not known, and none where the country is not", async () => {
    expect(await namesOf("DE", "Berlin")).toContain("2026-12-25 Christmas Day");
    expect(await namesOf("DE", null)).not.toContain("2026-11-18 Buß- und Bettag");
    expect(await namesOf("NP", "Kathmandu")).toEqual([]);
    expect(await namesOf(null, null)).toEqual([]);
  });
});
