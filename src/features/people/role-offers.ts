import {
  type Consequence,
  consequencesOfRole,
  obstacleTo,
  type PersonFacts,
  type Role,
  type RoleObstacle,
  roles,
} from "./rules";

/** A role that somebody can take, with what follows from it. */
export type RoleOffer = { role: Role; consequences: Consequence[] };
export type KeptRole = { role: Role; obstacle: Exclude<RoleObstacle, "same"> | "mayNot" };

/** The roles that somebody can take, and what keeps them from the others. */
export function offersFor(
  facts: PersonFacts,
  mayGrant: boolean,
): { possible: RoleOffer[]; kept: KeptRole[] } {
  const others = roles
    .filter((role) => role !== facts.role)
    .map((role) => {
      const touchesRights = [role, facts.role].includes("admin");
      const mayNot = touchesRights && !mayGrant ? ("mayNot" as const) : null;
      const obstacle = obstacleTo(role, facts) ?? mayNot;
      return { role, obstacle, consequences: consequencesOfRole(role, facts) };
    });
  return {
    possible: others.filter(({ obstacle }) => obstacle === null),
    kept: others.flatMap(({ role, obstacle }) =>
      obstacle && obstacle !== "same" ? [{ role, obstacle }] : [],
    ),
  };
}
