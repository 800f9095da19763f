// One process per data folder: two engines on the same files would destroy them.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Whether a process of this machine with that id is alive (and not a finished one's reused id). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return true;
  }
}

/** What the claim file says, or null where there is none or its process is gone. */
export function readClaim(path) {
  try {
    const claim = JSON.parse(readFileSync(path, "utf8"));
    return Number.isInteger(claim.pid) && isAlive(claim.pid) ? claim : null;
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
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid, ...facts }), { flag: "wx" });
      return {
        update: (more) => replace(path, { pid: process.pid, ...facts, ...more }),
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

function replace(path, content) {
  writeFileSync(`${path}.new`, JSON.stringify(content));
  renameSync(`${path}.new`, path);
}
