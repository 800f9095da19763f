// Brings node_modules in line with package-lock.json, and leaves it alone where it is already.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { leashed, runPart } from "../embedded/parts.mjs";
import { root } from "../embedded/state.mjs";

const lockFile = join(root, "package-lock.json");
const installedFile = join(root, "node_modules/.package-lock.json");
const stampFile = join(root, "node_modules/.medico24-lock");

function lockHash() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}

/** Whether what npm says it installed is what the lock file asks for. */
function isAsLocked() {
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === "" ||
      installed[path]?.version === version ||
      (!installed[path] && (optional || peer)),
  );
}

function npmProgram() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js"),
    join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
  ];
  const found = candidates.find((path) => path?.endsWith(".js") && existsSync(path));
  if (!found) throw new Error("npm was not found. Start this with `npm run`.");
  return found;
}

export function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash()) return true;
  if (!isAsLocked()) return false;
  writeFileSync(stampFile, lockHash());
  return true;
}

/** A registry without some other platform's build leaves a lock file that `npm ci` finds incomplete. */
function isIncompleteLock(error) {
  return /can only install packages when your package\.json and package-lock/.test(
    error.output ?? "",
  );
}

/**
 * Installs exactly what the lock file says; nothing that is installed runs a script of its own
 * (.npmrc). Where `npm ci` refuses the lock file, `npm install` takes it as it is and leaves it so.
 */
export async function install(options) {
  // Its own words are needed to tell why it refuses, also where whoever started us wants it silent.
  const quietly = ["--no-progress", "--loglevel=error"];
  const npm = (...args) => runPart("npm", [...leashed, npmProgram(), ...args, ...quietly], options);
  try {
    await npm("ci");
  } catch (error) {
    if (!isIncompleteLock(error)) throw error;
    await npm("install", "--no-save");
  }
  writeFileSync(stampFile, lockHash());
}
