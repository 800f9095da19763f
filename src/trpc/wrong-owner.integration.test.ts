import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase } from "@/testing/database";
import { callPath, idsIn, inputOf, isForAdministrators, paths } from "./procedures.test-support";
import { anOwner, changedTables, digest, ending, type Owner } from "./two-owners.test-support";
import { nobodysOwn, owned } from "./wrong-owner.test-support";

/** Made by who asks, to name what they are about to make. */
const ownKeys = ["bookingKey"];

/** Owns nothing that there is. */
const nobody = (owner: Owner): Owner => ({
  ...owner,
  ...Object.fromEntries(
    Object.entries(owner)
      .filter(([name]) => name.endsWith("Id"))
      .map(([name]) => [name, randomUUID()]),
  ),
});

let hers: Owner;
let mine: Owner;

beforeEach(async () => {
  await resetDatabase();
  hers = await anOwner();
  mine = await anOwner();
});

const withIds = paths.filter(
  (path) => idsIn(inputOf(path)).length > 0 && !isForAdministrators(path),
);

describe("what takes an id", () => {
  it("is tried with somebody else's, or says why it is nobody's own", () => {
    const decided = [...Object.keys(owned), ...Object.keys(nobodysOwn)].sort();
    expect(withIds).toEqual(decided);
    for (const [path, cases] of Object.entries(owned)) {
      const ids = idsIn(inputOf(path)).filter((id) => !ownKeys.includes(id));
      expect([...new Set(cases.map(({ id }) => id))].sort(), path).toEqual(ids.sort());
    }
  });

  const all = Object.entries(owned).flatMap(([path, cases]) =>
    cases.map((one) => ({ path, ...one })),
  );

  it.each(all.filter(({ isPosition }) => !isPosition))(
    "$path finds nothing by another's $id, changes nothing, and works with one's own",
    async ({ path, as, input, answer = "NOT_FOUND", writes, after }) => {
      for (const owner of [hers, mine]) await after?.(owner);
      const before = await digest();
      const call = (owner: Owner) => ending(callPath(mine[as], path, input(owner, mine)));
      const foreign = await call(hers);
      expect(foreign.code).toBe(answer);
      if (writes) {
        expect((await changedTables(before)).sort()).toEqual(writes.sort());
        return;
      }
      expect(await call(nobody(hers))).toEqual(foreign);
      expect(await changedTables(before)).toEqual([]);
      const impossible = ["NOT_FOUND", "NOT_ALLOWED", "INVALID_INPUT", "UNEXPECTED", answer];
      expect(impossible).not.toContain((await call(mine)).code);
    },
  );

  it.each(all.filter(({ isPosition }) => isPosition))(
    "$path holds only one's own, from wherever it goes on",
    async ({ path, as, input }) => {
      const answer = JSON.stringify(await callPath(mine[as], path, input(hers, mine)));
      for (const id of [hers.pastId, hers.visitId, hers.reviewId, hers.messageId])
        expect(answer).not.toContain(id);
    },
  );
});
