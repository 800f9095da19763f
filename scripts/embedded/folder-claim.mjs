// One process per data folder: two engines on the same files would destroy them.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** When a process started, in the platform's own words; null where it does not tell. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22; the second is the name in brackets, which may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether the process that made the claim is alive, and not another one with its reused id. */
function isHeld({ pid, started = null }) {
  // A container gives out the same ids each time, so a killed run may have had ours.
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return started === null || started === startOf(pid);
}

/** What the claim file says, or null where there is none or its process is gone. */
export function readClaim(path) {
  try {
    const claim = JSON.parse(readFileSync(path, "utf8"));
    return isHeld(claim) ? claim : null;
  } catch {
    return null;
  }
}

/**
 * Takes the claim file for this process. Returns `{ holder }` where a living process has it, else
 * `{ update, release }`.
 */
export function claim(path, facts = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const content = { pid: process.pid, started: startOf(process.pid), ...facts };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      create(path, JSON.stringify(content));
      return {
        update: (more) => replace(path, { ...content, ...more }),
        release: () => rmSync(path, { force: true }),
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = readClaim(path);
      if (holder) return { holder };
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The file ${path} cannot be claimed.`);
}

/** Makes the file with all its content at once: a rival who reads half of it would think it stale. */
function create(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (error.code === "EEXIST") throw error;
    // Some shared folders have no links.
    writeFileSync(path, text, { flag: "wx" });
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(path, content) {
  writeFileSync(`${path}.new`, JSON.stringify(content));
  renameSync(`${path}.new`, path);
}
