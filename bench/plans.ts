import { Temporal } from "temporal-polyfill";
import { listVisits } from "@/features/appointments/day-store";
import { listOwnAppointments } from "@/features/appointments/read-store";
import { searchDoctors } from "@/features/doctors/queries/search-doctors";
import { searchInput } from "@/features/doctors/schema";
import { listBusy, listScheduleFacts } from "@/features/schedules/store";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, PatientId } from "@/lib/ids";
import { findActor } from "@/server/actor";
import { round } from "./figures";
import { generated } from "./generate";

/** How PostgreSQL answered one statement of a query: with which indexes, in what time. */
export type StatementPlan = {
  planningMs: number;
  executionMs: number;
  rows: number;
  /** "idx on table" for each index used. */
  indexes: string[];
  /** "table (rows read)" for each table read from end to end. */
  wholeTables: string[];
};

export type QueryPlan = { query: string; statements: StatementPlan[] };

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
};
type Explained = { Plan: Node; "Planning Time": number; "Execution Time": number };

/** A database that explains every raw query before it runs it. */
function explaining(db: PrismaClient, plans: StatementPlan[]): PrismaClient {
  return new Proxy(db, {
    get(target, property, receiver) {
      if (property !== "$queryRaw") return Reflect.get(target, property, receiver);
      return async (query: Prisma.Sql) => {
        const [row] = await target.$queryRaw<{ "QUERY PLAN": Explained[] }[]>(
          Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
        );
        const explained = row?.["QUERY PLAN"][0];
        if (explained) plans.push(summarise(explained));
        return target.$queryRaw(query);
      };
    },
  });
}

function* nodesOf(node: Node, table = node["Relation Name"]): Generator<Node & { table?: string }> {
  yield { ...node, table };
  for (const child of node.Plans ?? [])
    yield* nodesOf(child, child["Relation Name"] ?? (isBitmap(node) ? table : undefined));
}

/** The index below a bitmap scan does not say its table; the scan does. */
function isBitmap(node: Node): boolean {
  return node["Node Type"].startsWith("Bitmap");
}

function summarise(explained: Explained): StatementPlan {
  const nodes = [...nodesOf(explained.Plan)];
  const read = (node: Node) =>
    (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  return {
    planningMs: round(explained["Planning Time"]),
    executionMs: round(explained["Execution Time"]),
    rows: explained.Plan["Actual Rows"],
    indexes: unique(
      nodes.flatMap((node) =>
        node["Index Name"] ? [`${node["Index Name"]} on ${node.table}`] : [],
      ),
    ),
    wholeTables: unique(
      nodes
        .filter((node) => node["Node Type"] === "Seq Scan")
        .map((node) => `${node.table} (${Math.round(read(node))})`),
    ),
  };
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}

/** Explains the queries that pages wait for, on what `generate` made. */
export async function explainHotQueries(db: PrismaClient): Promise<QueryPlan[]> {
  const at = Temporal.Now.instant();
  const day = (count: number) => at.add({ hours: 24 * count });
  const near = { latitude: 41.88, longitude: -87.63 };
  const doctors = Array.from({ length: 20 }, (_, n) => generated.doctorId(n + 1) as DoctorId);
  const session = { userId: generated.patientUserId(7), familyId: generated.familyId(7) };
  const search = (input: object) => (on: PrismaClient) =>
    searchDoctors(on, searchInput.parse(input), at);

  const queries: Record<string, (on: PrismaClient) => Promise<unknown>> = {
    "search: near, soonest": search({ near, km: 10 }),
    "search: near, speciality, nearest first": search({
      ...{ near, km: 25, speciality: "Cardiology", sort: "distance" },
    }),
    "search: a name": search({ q: "okafor", sort: "rating" }),
    "search: a speciality everywhere, soonest": search({ speciality: "Urology" }),
    "busy: 20 doctors, 60 days": (on) => listBusy(on, doctors, { from: at, to: day(63) }),
    "busy: one doctor around one slot": (on) =>
      listBusy(on, doctors.slice(0, 1), { from: day(3), to: day(4) }),
    "facts: one association": (on) =>
      listScheduleFacts(on, { associationId: generated.associationId(9) }, at),
    "facts: a doctor by slug": (on) => listScheduleFacts(on, { doctorSlug: "doctor-9" }, at),
    "agenda: a doctor's 14 days": (on) =>
      listVisits(on, generated.doctorId(9) as DoctorId, { from: at, to: day(14) }),
    "own list: upcoming": (on) =>
      listOwnAppointments(on, generated.patientId(7) as PatientId, "upcoming", at),
    "own list: past": (on) =>
      listOwnAppointments(on, generated.patientId(7) as PatientId, "past", at),
    "who is asking": (on) => findActor(on, session, at),
  };
  const plans: QueryPlan[] = [];
  for (const [query, run] of Object.entries(queries)) {
    const statements: StatementPlan[] = [];
    // Once before, so that what is measured is not the first read from the disk.
    await run(db);
    await run(explaining(db, statements));
    plans.push({ query, statements });
  }
  return plans;
}
