import { hidden } from "./policy";

/** What became of one thing that an entry names; `before` and `after` as a person reads them. */
export type Change = {
  path: string;
  kind: "added" | "removed" | "changed";
  before: string | null;
  after: string | null;
};

/** What differs between two states, thing by thing, by name; null says nothing was there. */
export function differencesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((path) => {
    const [earlier, later] = [was.get(path) ?? null, is.get(path) ?? null];
    // Of what is hidden it is known only that it is named here.
    if (earlier === later && earlier !== hidden) return [];
    const kind = earlier === null ? "added" : later === null ? "removed" : "changed";
    return [{ path, kind, before: earlier, after: later } as const];
  });
}

/** What an entry tells beside its reason and the two states. */
export function furtherFacts(details: Record<string, unknown> | null): [string, string][] {
  const { reason: _, before: __, after: ___, ...further } = details ?? {};
  return [...leavesOf(further)];
}

/** Every single value under the names that lead to it: "address › city". */
function leavesOf(value: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (one: unknown, path: string[]) => {
    if (one === null || one === undefined) return;
    if (isPlain(one))
      for (const [key, inner] of Object.entries(one)) visit(inner, [...path, readable(key)]);
    else leaves.set(path.join(" › "), textOf(one));
  };
  visit(value, []);
  return leaves;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return value.map((one) => (isPlain(one) ? JSON.stringify(one) : textOf(one))).join(", ");
  return String(value);
}

/** "isAccepting" and "is_accepting" as "is accepting". */
function readable(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
}
