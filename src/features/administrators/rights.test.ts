import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserId } from "@/lib/ids";
import { accessLevels, effectiveRights, type Grants, modules, rights } from "@/lib/rights";
import { answersOf, grantsOf } from "./form-schema";
import { refuseGrant, type Standing } from "./policy";
import { differenceOf, sourceOf, tidyGrants } from "./rules";

const grants: fc.Arbitrary<Grants> = fc
  .record({
    accessLevel: fc.constantFrom(...accessLevels),
    // What is given is not taken.
    beside: fc.array(fc.constantFrom("level", "grant", "deny"), {
      minLength: rights.length,
      maxLength: rights.length,
    }),
    allowedModules: fc.option(fc.subarray(modules)),
  })
  .map(({ accessLevel, beside, allowedModules }) => {
    const of = (choice: string) => rights.filter((_, index) => beside[index] === choice);
    const isWhole = accessLevel === "super_admin";
    return {
      accessLevel,
      permissions: { grant: isWhole ? [] : of("grant"), deny: isWhole ? [] : of("deny") },
      allowedModules: isWhole ? null : allowedModules,
    };
  });
const standing = (id: string) =>
  fc.record({
    userId: fc.constant(id as UserId),
    isActive: fc.boolean(),
    grants: fc.option(grants),
  });
const rightsOf = (given: Grants | null) => (given ? effectiveRights(given) : new Set());
const levelOf = (given: Grants | null) => (given ? accessLevels.indexOf(given.accessLevel) : -1);

describe("giving rights", () => {
  it("never gives more than the giver has, nor touches who has more", () => {
    fc.assert(
      fc.property(standing("giver"), standing("other"), grants, (giver, other, wished) => {
        if (refuseGrant(giver, other, wished, true)) return;
        const own = rightsOf(giver.grants);
        for (const right of [...effectiveRights(wished), ...rightsOf(other.grants)])
          expect(own).toContain(right);
        expect(levelOf(wished)).toBeLessThanOrEqual(levelOf(giver.grants));
        expect(own).toContain("administrators.grant");
        expect(giver.isActive).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("among any, however often and in whatever order, brings nobody a right that none had", () => {
    const acts = fc.array(fc.tuple(fc.nat(2), fc.nat(2), grants), { maxLength: 30 });
    fc.assert(
      fc.property(fc.tuple(standing("a"), standing("b"), standing("c")), acts, (people, done) => {
        const had = new Set(people.flatMap((one) => [...rightsOf(one.grants)]));
        const highest = Math.max(...people.map((one) => levelOf(one.grants)));
        const now: Standing[] = people.map((one) => ({ ...one }));
        for (const [giver, other, wished] of done) {
          const [from, to] = [now[giver], now[other]];
          if (from && to && !refuseGrant(from, to, wished, true)) to.grants = wished;
        }
        for (const one of now) {
          for (const right of rightsOf(one.grants)) expect(had).toContain(right);
          expect(levelOf(one.grants)).toBeLessThanOrEqual(highest);
        }
      }),
    );
  });

  it("is not for oneself, whatever one has", () => {
    fc.assert(
      fc.property(standing("me"), grants, (me, wished) => {
        expect(refuseGrant(me, me, wished, true)?.code).toBe("NOT_ALLOWED");
      }),
    );
  });

  it("gives nothing more while the address is not confirmed, and still takes away", () => {
    fc.assert(
      fc.property(standing("giver"), standing("other"), grants, (giver, other, wished) => {
        if (refuseGrant(giver, other, wished, true)) return;
        const had = rightsOf(other.grants);
        const isMore =
          [...effectiveRights(wished)].some((right) => !had.has(right)) ||
          levelOf(wished) > levelOf(other.grants);
        expect(refuseGrant(giver, other, wished, false)?.code).toBe(
          isMore ? "ROLE_CHANGE_NOT_POSSIBLE" : undefined,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("says that it is too much only where somebody may give at all", () => {
    const whole = { permissions: { grant: [], deny: [] }, allowedModules: null };
    const giver: Standing = {
      userId: "giver" as UserId,
      isActive: true,
      grants: {
        ...whole,
        accessLevel: "admin",
        permissions: { grant: ["administrators.grant"], deny: [] },
      },
    };
    const other: Standing = { userId: "other" as UserId, isActive: true, grants: null };
    expect(refuseGrant(giver, other, { ...whole, accessLevel: "admin" }, true)).toBeNull();
    expect(refuseGrant(giver, other, { ...whole, accessLevel: "super_admin" }, true)?.code).toBe(
      "GRANTS_TOO_MUCH",
    );
    expect(refuseGrant(other, giver, { ...whole, accessLevel: "support" }, true)?.code).toBe(
      "NOT_ALLOWED",
    );
  });
});

describe("the matrix", () => {
  it("says of each right why it is there, and agrees with the gates", () => {
    fc.assert(
      fc.property(fc.option(grants), (given) => {
        for (const right of rights) {
          const has = ["level", "granted"].includes(sourceOf(given, right));
          expect(has).toBe(rightsOf(given).has(right));
        }
      }),
    );
  });

  it("shows what a change gives and takes", () => {
    fc.assert(
      fc.property(fc.option(grants), grants, (before, after) => {
        const { gained, lost } = differenceOf(before, after);
        const result = new Set(rightsOf(before));
        for (const right of gained) result.add(right);
        for (const right of lost) result.delete(right);
        expect(result).toEqual(new Set(effectiveRights(after)));
      }),
    );
  });

  it("is answered as it is kept", () => {
    fc.assert(
      fc.property(grants, (given) => {
        const answered = grantsOf(answersOf(given));
        expect(answered && tidyGrants(answered)).toEqual(tidyGrants(given));
      }),
    );
    expect(grantsOf(answersOf(null))).toBeNull();
  });
});
