import { effectiveRights, type Grants, levelHas, moduleOf, type Right, rights } from "@/lib/rights";

/** Why somebody has a right, or has not: "outside" is a module that is not theirs. */
export type Source = "level" | "granted" | "denied" | "outside" | "none";

/** Where a right comes from, or what keeps it away. */
export function sourceOf(grants: Grants | null, right: Right): Source {
  if (!grants) return "none";
  const { accessLevel, permissions, allowedModules } = grants;
  const fromLevel = levelHas(accessLevel, right);
  if (!fromLevel && !permissions.grant.includes(right)) return "none";
  if (permissions.deny.includes(right)) return "denied";
  if (allowedModules && !allowedModules.includes(moduleOf(right))) return "outside";
  return fromLevel ? "level" : "granted";
}

/** The rights that somebody gains and loses by a change. */
export function differenceOf(before: Grants | null, after: Grants | null) {
  const [had, has] = [before, after].map((grants) =>
    grants ? effectiveRights(grants) : new Set(),
  );
  return {
    gained: rights.filter((right) => has?.has(right) && !had?.has(right)),
    lost: rights.filter((right) => had?.has(right) && !has?.has(right)),
  };
}

/** As it is kept: nothing where nothing is beside the level, each right once. */
export function tidyGrants({ accessLevel, permissions, allowedModules }: Grants): Grants {
  const only = (given: readonly Right[]) => rights.filter((right) => given.includes(right));
  return {
    accessLevel,
    permissions: { grant: only(permissions.grant), deny: only(permissions.deny) },
    allowedModules: allowedModules && [...new Set(allowedModules)].sort(),
  };
}

/** The words in which an administrator hears that their rights are others now. */
export function wordNewRights() {
  return {
    kind: "rights_changed",
    title: "What you may do as an administrator has changed",
    body: "The rooms that you may enter are in the menu of the administration.",
  };
}
