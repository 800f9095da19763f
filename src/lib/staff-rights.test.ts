import { describe, expect, it } from "vitest";
import { readStaffRights, staffRights } from "./staff-rights";

describe("what a pharmacy's staff may do", () => {
  it("comes with the position", () => {
    expect([...readStaffRights("manager", null)]).toEqual(staffRights);
    expect([...readStaffRights("pharmacist", null)]).not.toContain("colleagues.manage");
    expect([...readStaffRights("staff", null)]).toEqual(["hours.confirm"]);
  });

  it("is more or less for one person, as their permissions say", () => {
    expect(readStaffRights("staff", { "hours.edit": true }).has("hours.edit")).toBe(true);
    expect(
      readStaffRights("manager", { "colleagues.manage": false }).has("colleagues.manage"),
    ).toBe(false);
  });

  it("is everything for an owner, whatever their permissions say", () => {
    expect([...readStaffRights("owner", { "hours.edit": false })]).toEqual(staffRights);
  });

  it.each(["all", { "pharmacies.verify": true }, { "hours.edit": "yes" }, [true]])(
    "is that of the position where permissions cannot be read: %j",
    (permissions) => {
      expect([...readStaffRights("staff", permissions)]).toEqual(["hours.confirm"]);
    },
  );
});
