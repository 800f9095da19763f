import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessLevels, effectiveRights, type Grants, moduleOf, modules, rights } from "./rights";

const none = { grant: [], deny: [] };
const grants: fc.Arbitrary<Grants> = fc.record({
  accessLevel: fc.constantFrom(...accessLevels),
  permissions: fc.record({ grant: fc.subarray(rights), deny: fc.subarray(rights) }),
  allowedModules: fc.option(fc.subarray(modules)),
});

describe("what an administrator may do", () => {
  it("grows with the level", () => {
    const sizes = accessLevels.map(
      (accessLevel) =>
        effectiveRights({ accessLevel, permissions: none, allowedModules: null }).size,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBe(rights.length);
  });

  it("never holds what is denied, nor anything outside the allowed modules", () => {
    fc.assert(
      fc.property(grants, (given) => {
        for (const right of effectiveRights(given)) {
          expect(given.permissions.deny).not.toContain(right);
          if (given.allowedModules) expect(given.allowedModules).toContain(moduleOf(right));
        }
      }),
    );
  });

  it("lets a support agent do one thing more and a moderator one thing less", () => {
    const agent = effectiveRights({
      accessLevel: "support",
      permissions: { grant: ["reviews.moderate"], deny: [] },
      allowedModules: null,
    });
    expect(agent.has("reviews.moderate")).toBe(true);
    expect(agent.has("doctors.verify")).toBe(false);
    const moderator = effectiveRights({
      accessLevel: "moderator",
      permissions: { grant: [], deny: ["doctors.suspend"] },
      allowedModules: null,
    });
    expect(moderator.has("doctors.suspend")).toBe(false);
    expect(moderator.has("doctors.verify")).toBe(true);
  });
});
