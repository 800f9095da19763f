import type { z } from "zod";
import { parsePlainDate } from "@/lib/time/plain-date";
import { readNumber, readYesNo } from "./cells";
import type { Problem, ProblemCode } from "./verdicts";

export type Value = string | number | boolean | string[] | null;

export type Column = {
  name: string;
  /** Reads what stands in a cell that is not empty; its spaces at both ends are gone. */
  read: (text: string) => { value: Value } | { problem: Problem };
  /** Without it nothing new is made, and nothing there may be emptied of it. */
  isNeeded: boolean;
};

type Reader = Column["read"];

/** Which sentence says what Zod found. */
function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  if (issue?.code === "too_big") return { code: "tooBig", params: { most: Number(issue.maximum) } };
  if (issue?.code === "too_small")
    return { code: "tooSmall", params: { least: Number(issue.minimum) } };
  if (issue?.code === "not_multiple_of") return { code: "tooFine" };
  const said = issue?.code === "invalid_format" ? issue.format : issue?.message;
  return { code: known[said ?? ""] ?? "invalid" };
}

/** Formats of Zod's, and what the schemas of our forms say themselves. */
const known: Readonly<Record<string, ProblemCode>> = {
  email: "notAnEmail",
  url: "notALink",
  e164: "notAPhone",
  phone: "notAPhone",
  guid: "notAnId",
  slug: "notAnAddress",
  zone: "notAZone",
  choose: "notAChoice",
  openingHours: "notHours",
};

/** The longest words are said apart from the largest numbers. */
function problemOfText(issue: z.core.$ZodIssue | undefined): Problem {
  const problem = problemOf(issue);
  if (problem.code === "tooBig") return { ...problem, code: "tooLong" };
  return problem.code === "tooSmall" ? { ...problem, code: "tooShort" } : problem;
}

/** One line or several, as the schema of its form has it. */
export function text(schema: z.ZodType<string>): Reader {
  return (cell) => {
    const { success, data, error } = schema.safeParse(cell);
    return success ? { value: data } : { problem: problemOfText(error.issues[0]) };
  };
}

/** One of a few words, however it is capitalised. */
export function word(words: readonly string[]): Reader {
  const known = new Map(words.map((one) => [one.toLowerCase(), one]));
  return (cell) => {
    const value = known.get(cell.toLowerCase());
    return value ? { value } : { problem: { code: "notAChoice" } };
  };
}

/** @param most the largest that makes sense, which tells 1,234 from 1.234. */
export function number(schema: z.ZodType<number | null>, most: number): Reader {
  return (cell) => {
    const read = readNumber(cell, most);
    if (typeof read !== "number") return { problem: read };
    const { success, data, error } = schema.safeParse(read);
    return success ? { value: data } : { problem: problemOf(error.issues[0]) };
  };
}

export const yesNo: Reader = (cell) => {
  const value = readYesNo(cell);
  return value === null ? { problem: { code: "notYesNo" } } : { value };
};

/** "2026-04-03" alone: 3/4/2026 is two days. */
export function day(schema: z.ZodType<string>): Reader {
  return (cell) => {
    if (!parsePlainDate(cell)) return { problem: { code: "notADate" } };
    const { success, data } = schema.safeParse(cell);
    return success ? { value: data } : { problem: { code: "dateTooFar" } };
  };
}

/** Several, with semicolons between them. */
export function list(schema: z.ZodType<string[]>): Reader {
  return (cell) => {
    const parts = cell.split(";").flatMap((part) => part.trim() || []);
    const { success, data, error } = schema.safeParse([...new Set(parts)]);
    if (success) return { value: data };
    const issue = error.issues[0];
    const isEntry = (issue?.path.length ?? 0) > 0;
    return {
      problem: isEntry ? problemOfText(issue) : { code: "tooMany", params: { most: most(issue) } },
    };
  };
}

const most = (issue: z.core.$ZodIssue | undefined) =>
  issue?.code === "too_big" ? Number(issue.maximum) : 0;

/** A value as it stands in a file; numbers stay numbers, so that none is taken for a formula. */
export function cellOf(value: Value | undefined): string | number {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join("; ");
  return value ?? "";
}

const eachLine = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/**
 * Whether a cell says what is there already: in the very words in which it is exported, also where a
 * form would not take them any more, or in others that mean the same.
 */
export function saysTheSame({ read }: Column, cell: string, current: Value | undefined): boolean {
  const exported = eachLine(String(cellOf(current)));
  if (eachLine(cell) === exported) return true;
  if (cell === "" || exported === "") return false;
  const [said, known] = [read(cell), read(exported)];
  return "value" in said && "value" in known && isEqual(said.value, known.value);
}

const isEqual = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);
