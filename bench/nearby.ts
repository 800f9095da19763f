// npx tsx --conditions=react-server bench/nearby.ts [--rows 10000,1000000]: how long the pharmacies nearby
// take, over tRPC on the loopback and as the bare statement, by turns in the same run. Needs
// BENCH_DATABASE_URL, a server on which it makes a database of its own and drops it. See README.md.
import { parseArgs } from "node:util";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import pg from "pg";
import { markersInput, searchInput } from "@/features/pharmacies/schema";
import { marksSql, nearestSql } from "@/features/pharmacies/search-store";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { parseInstant } from "@/lib/time/instant";
import { createDatabase } from "@/server/db";
import { appRouter } from "@/trpc/root";
import { drive, expectStatus, hangUp } from "./client";
import { createScratch } from "./database";
import { figuresOf, type Samples } from "./figures";
import { pharmaciesOf } from "./pharmacies";
import { machineOf } from "./report";

const ROUNDS = 3;
const REQUESTS = 20;
const warmUps = 5;
const wednesday = parseInstant("2026-10-28T15:00:00Z");
if (!wednesday) throw new Error("a benchmark without a clock");
const now = wednesday;

/** Chicago, the largest of the cities; three in the morning of the coming night. */
const near = { latitude: 41.88, longitude: -87.63 };
const night = "2026-10-29T03:00";

type Case = {
  name: string;
  path: "search" | "markers";
  input: Record<string, unknown>;
  page?: number;
};
const cases: Case[] = [
  { name: "nearest 20 within 10 km", path: "search", input: {} },
  { name: "the same, open now", path: "search", input: { filters: { open: "now" } } },
  { name: "the same, open at 3 am", path: "search", input: { filters: { open: night } } },
  { name: "the same, on Sundays", path: "search", input: { filters: { sundays: true } } },
  { name: "nearest 20 within 100 km", path: "search", input: { radiusKm: 100 } },
  {
    name: "within 100 km, open at 3 am",
    path: "search",
    input: { radiusKm: 100, filters: { open: night } },
  },
  { name: "page 5 of 10 km", path: "search", input: {}, page: 5 },
  { name: "map of 10 km", path: "markers", input: { zoom: 12 } },
  { name: "map of 100 km", path: "markers", input: { radiusKm: 100, zoom: 9 } },
  {
    name: "map of 100 km, open now",
    path: "markers",
    input: { radiusKm: 100, zoom: 9, filters: { open: "now" } },
  },
];

function statementOf({ path, input }: Case): Prisma.Sql {
  const asked = path === "search" ? searchInput.parse(input) : markersInput.parse(input);
  const criteria = { near, within: asked.radiusKm * 1000, filters: asked.filters, now };
  return "limit" in asked
    ? nearestSql(criteria, { after: asked.after, limit: asked.limit + 1 })
    : marksSql(criteria, asked);
}

async function driveStatement(
  db: PrismaClient,
  statement: Prisma.Sql,
  times: number,
): Promise<Samples> {
  const each: number[] = [];
  const since = performance.now();
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await db.$queryRaw(statement);
    each.push(performance.now() - began);
  }
  return { each, total: performance.now() - since };
}

/** The same question with the cursor of its page. */
async function turnedTo(db: PrismaClient, one: Case): Promise<Case> {
  const caller = appRouter.createCaller({ db, now, asking: { state: "anonymous" }, address: null });
  let input: Record<string, unknown> = { ...one.input, near };
  for (let page = 1; page < (one.page ?? 1); page++) {
    const { next } = await caller.pharmacies.search(input as { near: typeof near });
    input = { ...input, after: next ?? undefined };
  }
  return { ...one, input };
}

async function measure(db: PrismaClient, url: string, one: Case) {
  const turned = await turnedTo(db, one);
  const statement = statementOf(turned);
  const input = encodeURIComponent(JSON.stringify({ json: turned.input }));
  const ask = { url: `${url}/pharmacies.${one.path}?input=${input}` };
  const overTrpc = (times: number) => drive(Array(times).fill(ask), 1, expectStatus(200));
  const samples: Record<"trpc" | "sql", Samples[]> = { trpc: [], sql: [] };
  await overTrpc(warmUps);
  await driveStatement(db, statement, warmUps);
  for (let round = 0; round < ROUNDS; round++) {
    samples.trpc.push(await overTrpc(REQUESTS));
    samples.sql.push(await driveStatement(db, statement, REQUESTS));
  }
  const [trpc, sql] = [figuresOf(samples.trpc, 0), figuresOf(samples.sql, 0)];
  return { name: one.name, trpc: [trpc.median, trpc.p95], sql: [sql.median, sql.p95] };
}

async function run(serverUrl: string, rows: number): Promise<void> {
  const scratch = await createScratch(serverUrl);
  const db = createDatabase(scratch.url, { poolSize: 4 });
  const createContext = () => ({ db, now, asking: { state: "anonymous" as const }, address: null });
  const server = createHTTPServer({ router: appRouter, createContext });
  try {
    const client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
    const since = performance.now();
    for (const statement of pharmaciesOf(rows)) await client.query(statement);
    await client.end();
    const seconds = Math.round((performance.now() - since) / 1000);
    const machine = machineOf(scratch.version);
    console.log(
      `\n${rows} pharmacies, made in ${seconds} s; load ${machine.loadBefore}, PostgreSQL ${machine.postgresql}`,
    );
    console.log("| ms | tRPC p50 | tRPC p95 | SQL p50 | SQL p95 |\n|---|---|---|---|---|");
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    for (const one of cases) {
      const { name, trpc, sql } = await measure(db, `http://127.0.0.1:${port}`, one);
      console.log(`| ${[name, ...trpc, ...sql].join(" | ")} |`);
    }
  } finally {
    server.close();
    await db.$disconnect();
    await scratch.drop();
  }
}

const { values } = parseArgs({ options: { rows: { type: "string", default: "10000,1000000" } } });
const serverUrl = process.env.BENCH_DATABASE_URL;
if (!serverUrl) throw new Error("Say which server: BENCH_DATABASE_URL=postgresql://...");
try {
  for (const rows of values.rows.split(",").map(Number)) await run(serverUrl, rows);
} finally {
  hangUp();
}
