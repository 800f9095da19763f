// Builds the web application, when its sources are not those of the last build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { leashed, runPart } from "../embedded/parts.mjs";
import { root } from "../embedded/state.mjs";

const stampFile = join(root, ".next/medico24-stamp");
const SOURCES = [
  "src",
  "public",
  "prisma/schema",
  "next.config.mjs",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

function* files(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    if (!/\.test\.tsx?$/.test(path)) yield path;
    return;
  }
  // What is generated follows from prisma/schema.
  if (path === join(root, "src/generated")) return;
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const source of SOURCES)
    for (const file of files(join(root, source)))
      hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest("hex");
}

export function isBuilt() {
  return (
    existsSync(join(root, ".next/BUILD_ID")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === sourceHash()
  );
}

export async function build(options) {
  const hash = sourceHash();
  await runPart(
    "next build",
    [...leashed, join(root, "node_modules/next/dist/bin/next"), "build"],
    {
      ...options,
      env: { NEXT_TELEMETRY_DISABLED: "1", ...options?.env },
    },
  );
  writeFileSync(stampFile, hash);
}
