import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { resetDatabase, testDatabase } from "../database";
import { createAssociation } from "../factories/association";
import { refusedBy } from "./refused-by";

const db = testDatabase();
beforeEach(resetDatabase);

describe("weekly hours", () => {
  it("give the days", async () => {
    const hours = { sunday: ["09:00-12:00"], monday: ["09:00-12:00"], friday: ["22:00-02:00"] };
    const { id } = await createAssociation(db, { availableTimeSlots: hours });
    const read = () => db.doctorClinic.findUniqueOrThrow({ where: { id } });
    expect((await read()).availableDays).toEqual([1, 5, 7]);
    await db.doctorClinic.update({
      where: { id },
      data: { availableTimeSlots: { tuesday: ["00:00-24:00"] } },
    });
    expect((await read()).availableDays).toEqual([2]);
  });

  it("leave no way to say other days", async () => {
    const { id } = await createAssociation(db);
    const lie = Prisma.sql`UPDATE doctor_clinics SET available_days = '{1}' WHERE id = ${id}::uuid`;
    await expect(db.$executeRaw(lie)).rejects.toThrow(/can only be updated to DEFAULT/);
  });

  it.each([
    ["touch", { monday: ["09:00-12:00", "12:00-15:00"] }],
    ["end at 24:00 and go on", { monday: ["20:00-24:00"], tuesday: ["00:00-02:00"] }],
    ["run past Sunday's midnight", { sunday: ["22:00-02:00"], monday: ["02:00-04:00"] }],
    ["are in no order", { monday: ["15:00-17:00", "09:00-12:00"] }],
    ["are none", {}],
  ])("may %s", async (_, hours) => {
    await createAssociation(db, { availableTimeSlots: hours });
  });

  it.each([
    ["a day that is none", { Monday: ["09:00-12:00"] }],
    ["a day without hours", { monday: [] }],
    ["hours that are no list", { monday: "09:00-12:00" }],
    ["an empty window", { monday: ["09:00-09:00"] }],
    ["25 o'clock", { monday: ["09:00-25:00"] }],
    ["minute 60", { monday: ["09:60-12:00"] }],
    ["a start at 24:00", { monday: ["24:00-02:00"] }],
    ["a time without its zero", { monday: ["9:00-12:00"] }],
    ["a number", { monday: [9] }],
    ["overlapping windows", { monday: ["09:00-12:00", "11:59-13:00"] }],
    ["an overlap after midnight", { monday: ["22:00-02:00"], tuesday: ["01:00-05:00"] }],
    ["an overlap over the week's end", { sunday: ["22:00-02:00"], monday: ["01:00-05:00"] }],
  ])("are refused with %s", async (_, hours) => {
    const write = createAssociation(db, { availableTimeSlots: hours as Prisma.InputJsonValue });
    expect(await refusedBy(write)).toBe("doctor_clinics_template_sane");
  });
});

describe("hours that are no map of days", () => {
  it.each([[[["09:00-12:00"]]], ["monday"], [7]])("are refused: %j", async (hours) => {
    await expect(createAssociation(db, { availableTimeSlots: hours })).rejects.toThrow();
  });
});
