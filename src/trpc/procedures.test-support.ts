import type { z } from "zod";
import { adminProcedure, publicProcedure, signedInProcedure } from "@/server/trpc";
import { appRouter } from "./root";

type Known = { _def: { middlewares: unknown[]; inputs: z.ZodType[] } };

const procedures = appRouter._def.procedures as unknown as Record<string, Known>;

/** Every procedure of the app by its path, found from the router itself. */
export const paths = Object.keys(procedures).sort();

/** What the procedure says it takes; null where it takes nothing. */
export function inputOf(path: string): z.ZodType | null {
  return procedures[path]?._def.inputs[0] ?? null;
}

const passes = (path: string, gate: unknown) =>
  procedures[path]?._def.middlewares.includes((gate as Known)._def.middlewares.at(-1)) ?? false;

/** Whether anybody may call it, signed in or not. */
export const isPublic = (path: string) =>
  passes(path, publicProcedure) && !passes(path, signedInProcedure);

/** Whether it asks for a right of administrators. */
export const isForAdministrators = (path: string) => passes(path, adminProcedure);

/** Calls a procedure by its path. */
export function callPath(caller: unknown, path: string, input: unknown): Promise<unknown> {
  const [feature = "", verb = ""] = path.split(".");
  const features = caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const call = features[feature]?.[verb];
  if (!call) throw new Error(`no procedure ${path}`);
  return call(input);
}

type Def = Partial<
  Record<"innerType" | "element" | "in" | "valueType" | "left" | "right", z.ZodType> & {
    shape: Record<string, z.ZodType>;
    options: z.ZodType[];
    format: string;
  }
>;

/** The places in an input that name something by its id, such as "subject.id". */
export function idsIn(schema: z.ZodType | null, at = ""): string[] {
  if (!schema) return [];
  const { shape, options, format, ...rest } = schema._zod.def as unknown as Def;
  if (format === "guid" || format === "uuid") return [at];
  const fields = Object.entries(shape ?? {}).flatMap(([name, field]) => {
    const inside = idsIn(field, at ? `${at}.${name}` : name);
    return inside.length === 0 && /(^id|Ids?|Guid|Uuid)$/.test(name) ? [name] : inside;
  });
  const within = [rest.innerType, rest.element, rest.in, rest.valueType, rest.left, rest.right];
  const parts = [...(options ?? []), ...within.filter((part) => part !== undefined)];
  return [...new Set([...fields, ...parts.flatMap((part) => idsIn(part, at))])];
}
