import { z } from "zod";
import type { UserId } from "@/lib/ids";
import { accessLevels, modules, rights } from "@/lib/rights";
import { grantWords } from "./form-schema";

export const administratorPageSize = 50;

export const administratorRef = z.object({
  userId: z.guid().transform((id) => id as UserId),
});

export const administratorsInput = z.object({ after: z.guid().optional() });

const several = z.array(z.enum(rights)).max(rights.length);

/** What is beside the level is given or taken, not both; a super administrator is never narrowed. */
const grants = z
  .object({
    accessLevel: z.enum(accessLevels),
    permissions: z.object({ grant: several, deny: several }),
    allowedModules: z.array(z.enum(modules)).max(modules.length).nullable(),
  })
  .refine(({ permissions: { grant, deny } }) => !grant.some((right) => deny.includes(right)))
  .refine(
    ({ accessLevel, permissions: { grant, deny }, allowedModules }) =>
      accessLevel !== "super_admin" ||
      (grant.length === 0 && deny.length === 0 && allowedModules === null),
  );

export const grantInput = administratorRef.extend({
  expectedRevision: z.int().min(0),
  grants,
  ...grantWords,
});
