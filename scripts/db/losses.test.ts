import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CommandRefused } from "./failure";
import { declaredLosses } from "./losses";

describe("what a down script says it loses", () => {
  test("tables and columns, over several lines", () => {
    const script = "-- loses: users, doctors.slug\n-- loses: clinics\nDROP TABLE users;";
    expect(declaredLosses(script)).toEqual(["users", "doctors.slug", "clinics"]);
  });

  test("nothing, said plainly", () => {
    expect(declaredLosses("-- loses: nothing\nDROP INDEX a;")).toEqual([]);
  });

  test("silence is refused, and so is what is no name", () => {
    expect(() => declaredLosses("DROP TABLE users;")).toThrow(CommandRefused);
    expect(() => declaredLosses("-- loses: users; DROP TABLE users")).toThrow(CommandRefused);
  });

  const migrations = new URL("../../prisma/migrations/", import.meta.url);
  const named = readdirSync(migrations).filter((name) => /^\d+_/.test(name));
  test.each(named)("%s says it", (name) => {
    const script = readFileSync(new URL(`${name}/down.sql`, migrations), "utf8");
    expect(() => declaredLosses(script)).not.toThrow();
  });
});
