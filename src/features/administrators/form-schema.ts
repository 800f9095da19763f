import { z } from "zod";
import {
  type AccessLevel,
  accessLevels,
  type Grants,
  type Module,
  modules,
  type Right,
  rights,
} from "@/lib/rights";
import { typedText } from "@/lib/text";

export const longestReason = 500;
export const longestFact = 100;

export const grantWords = {
  department: typedText(longestFact),
  jobTitle: typedText(longestFact),
  reason: typedText(longestReason).pipe(z.string().min(1)),
};

/** What somebody has of a right beside their level. */
export const choices = ["level", "grant", "deny"] as const;
type Choice = (typeof choices)[number];

type Key<Name extends string> = Name extends `${infer Module}.${infer Verb}`
  ? `${Module}_${Verb}`
  : never;

/** A right as the name of a field and of a message, where a dot would mean something else. */
export const rightKey = (right: Right) => right.replace(".", "_") as Key<Right>;

const record = <Keys extends string, Value extends z.ZodType>(
  keys: readonly Keys[],
  value: Value,
) => z.object(Object.fromEntries(keys.map((key) => [key, value])) as Record<Keys, Value>);

export const grantForm = z
  .object({
    accessLevel: z.enum(accessLevels),
    rooms: z.enum(["all", "some"]),
    modules: record(modules, z.boolean()),
    choices: record(rights.map(rightKey), z.enum(choices)),
    ...grantWords,
  })
  .refine((answers) => answers.rooms === "all" || Object.values(answers.modules).some(Boolean), {
    path: ["rooms"],
    message: "choose",
  });

/** What the matrix depends on. */
export type GrantAnswers = {
  accessLevel: AccessLevel | "" | undefined;
  rooms: "all" | "some";
  modules: Record<Module, boolean>;
  choices: Record<Key<Right>, Choice>;
};

/** The grants that the answers mean; null while no level is chosen. A super admin is never narrowed. */
export function grantsOf(answers: GrantAnswers): Grants | null {
  const { accessLevel, rooms } = answers;
  if (!accessLevel) return null;
  if (accessLevel === "super_admin")
    return { accessLevel, permissions: { grant: [], deny: [] }, allowedModules: null };
  const chosen = (choice: Choice) =>
    rights.filter((right) => answers.choices[rightKey(right)] === choice);
  return {
    accessLevel,
    permissions: { grant: chosen("grant"), deny: chosen("deny") },
    allowedModules: rooms === "all" ? null : modules.filter((module) => answers.modules[module]),
  };
}

function choiceOf(grants: Grants | null, right: Right): Choice {
  if (grants?.permissions.grant.includes(right)) return "grant";
  return grants?.permissions.deny.includes(right) ? "deny" : "level";
}

/** The answers that mean these grants. */
export function answersOf(grants: Grants | null): GrantAnswers {
  const allowed = grants?.allowedModules ?? null;
  return {
    accessLevel: grants?.accessLevel,
    rooms: allowed ? "some" : "all",
    modules: Object.fromEntries(
      modules.map((module) => [module, allowed?.includes(module) ?? false]),
    ) as GrantAnswers["modules"],
    choices: Object.fromEntries(
      rights.map((right) => [rightKey(right), choiceOf(grants, right)]),
    ) as GrantAnswers["choices"],
  };
}
