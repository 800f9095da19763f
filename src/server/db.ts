import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/env.mjs";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { isWorthRetrying } from "./violation";

/** What every store accepts: the pool, or the transaction that a command has open. */
export type Db = PrismaClient | Prisma.TransactionClient;
export type Tx = Prisma.TransactionClient;

/**
 * Opens a pool on any PostgreSQL, embedded or real, through one adapter.
 * @param role in which it works, where that is not the one that the address signs in; the embedded
 *   server has only one, and takes no notice.
 * @param onStatement is told the text of each statement, for tests that count them.
 */
export function createDatabase(
  url: string,
  {
    poolSize = 10,
    role,
    onStatement,
  }: {
    poolSize?: number;
    role?: string | undefined;
    onStatement?: (sql: string) => void;
  } = {},
): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      idleTimeoutMillis: keptIdle,
      // Columns without a zone hold UTC, whatever the server's own setting is. Compiling a plan takes
      // longer than any of our statements runs.
      options: `-c timezone=UTC -c jit=off${role ? ` -c role=${role}` : ""}`,
    },
    { statementNameGenerator: statementNames() },
  );
  const client = new PrismaClient({
    adapter,
    log: onStatement ? [{ emit: "event", level: "query" }] : [],
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  if (onStatement)
    client.$on("query" as never, (event: Prisma.QueryEvent) => onStatement(event.query));
  return client;
}

/** A first booking on a new connection takes thirty times as long as the next, so they are kept a while. */
const keptIdle = 5 * 60_000;

/** So many wordings are kept prepared on each connection; any further ones are read anew each time. */
const mostPrepared = 500;
const unnamed = "";

/** Names each statement, so that a connection reads and plans it once and not at every call. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql, args }: { sql: string; args: unknown[] }): string => {
    // COMMIT and the like are one message as they are.
    if (args.length === 0) return unnamed;
    if (!names.has(sql) && names.size < mostPrepared) names.set(sql, `s${names.size}`);
    return names.get(sql) ?? unnamed;
  };
}

const mostTries = 3;

/**
 * Runs one unit of work: all of it or nothing. Where the database gave up one of two that waited for
 * each other, the work runs again, so it must have no effect outside.
 * @param timeout in milliseconds, where the work may be long.
 */
export async function inTransaction<T>(
  db: PrismaClient,
  work: (tx: Tx) => Promise<T>,
  options: { timeout?: number } = {},
  attempt = 1,
): Promise<T> {
  try {
    return await db.$transaction(work, options);
  } catch (error) {
    if (attempt >= mostTries || !isWorthRetrying(error)) throw error;
    return inTransaction(db, work, options, attempt + 1);
  }
}

// Next reloads modules in development; one pool must survive that.
const shared = globalThis as { medico24Database?: PrismaClient };

export function database(): PrismaClient {
  shared.medico24Database ??= createDatabase(env().DATABASE_URL, {
    poolSize: env().DATABASE_POOL_SIZE,
    role: env().DATABASE_ROLE,
  });
  return shared.medico24Database;
}
