import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { loadSchema } from "./files";

/** PostGIS keeps its own table beside ours; it is neither drift nor ours to migrate. */
export const filters = { externalTables: ["public.spatial_ref_sys"], externalEnums: [] };

// The engine passes a script's failure on as "external error"; this is what PostgreSQL said.
let lastScriptError: unknown;

/** What PostgreSQL said to the last script that failed. */
export function scriptError(): unknown {
  return lastScriptError;
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * pg sends a script whole, as one implicit transaction: it applies entirely or not at all. The
 * adapter itself would cut it at every semicolon, also inside function bodies.
 */
function runScriptsWhole(adapter: PgAdapter): void {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      lastScriptError = error;
      throw error;
    }
  };
}

const CHAR_COLUMNS = /\b(constr\.contype|con\.confdeltype|con\.confupdtype)(?=,| AS)/g;
const CHAR_NAMES = new Set(["constraint_type", "confdeltype", "confupdtype"]);

/**
 * Prisma's engine reads columns of PostgreSQL's own type "char" from the catalogue, which the
 * adapter for pg does not know. They are fetched as text and handed on as characters.
 */
function readCatalogue(adapter: PgAdapter): void {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw({ ...query, sql: query.sql.replace(CHAR_COLUMNS, "$1::text") });
    result.columnNames.forEach((name, index) => {
      if (CHAR_NAMES.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character;
    });
    return result;
  };
}

async function connect(url: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString: url }).connect();
  runScriptsWhole(adapter);
  readCatalogue(adapter);
  return adapter;
}

function adapterFactory(url: string, shadowUrl?: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb: async () => {
      if (!shadowUrl) throw new Error("This command was started without a scratch database.");
      return connect(shadowUrl);
    },
  };
}

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** Node does not import WebAssembly as a module, so Prisma's engine is instantiated by hand. */
async function loadEngineModule(): Promise<EngineModule> {
  // The engine reports its own panics here; without it they surface as an unrelated TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => process.stderr.write(`${message}\n`),
    },
  });
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const packageFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(join(dirname(packageFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

// Once: a second instance would take the module's bindings away from the first.
let loading: Promise<EngineModule> | undefined;

/**
 * Prisma's schema engine over an ordinary connection, without its native binary. `shadowUrl` is an
 * empty scratch database, needed only to compare or to draft migrations.
 */
export async function openEngine(url: string, shadowUrl?: string): Promise<SchemaEngine> {
  loading ??= loadEngineModule();
  const { SchemaEngine } = await loading;
  const schema = await loadSchema();
  return SchemaEngine.new(
    { datamodels: schema.files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(url, shadowUrl)),
  );
}
