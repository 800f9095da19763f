// Starts and stops the processes a running Medico24 is made of. Node builtins only.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dataFolder, root, stateFolder } from "./state.mjs";

const STOP_PATIENCE = 12_000;

/** Arguments that tie a program which is not ours to the process that starts it. */
export const leashed = ["--import", pathToFileURL(join(root, "scripts/embedded/leash.mjs")).href];

/** @typedef {ReturnType<typeof spawnPart>} Part */
/**
 * @typedef {object} PartOptions
 * @property {Record<string, string>} [env] on top of this process's own
 * @property {(text: string) => void} [onOutput]
 * @property {(part: Part) => void} [onPart] gets it at once, to be able to stop it
 */

/** A part that could not start or ended by itself: `exitCode` and what it last said. */
export class PartFailed extends Error {
  constructor(name, exitCode, output) {
    super(`${name} ended with code ${exitCode}.\n${output.trim()}`);
    Object.assign(this, { name: "PartFailed", part: name, exitCode, output });
  }
}

/**
 * Spawns a Node program as a part of this one. It runs in a process group of its own, so that
 * Ctrl-C reaches the starter alone, which then stops the parts in order; the channel between them
 * tells the part when the starter is gone. `onOutput` sees each piece of its output.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {PartOptions} [options]
 */
export function spawnPart(name, args, { env = {}, onOutput } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, MEDICO24_STARTER: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
  child.channel?.unref();
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output = (output + text).slice(-20_000);
      onOutput?.(text);
    });
  }
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  return {
    name,
    child,
    ended,
    output: () => output,
    stop: () => stopPart(child, ended),
  };
}

/** Signals the part and, in its process group, whatever it started itself. */
function signal(child, name) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function stopPart(child, ended) {
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), STOP_PATIENCE);
  await ended;
  clearTimeout(timer);
}

/**
 * Runs a Node program to its end; throws PartFailed when it fails.
 * @param {string} name
 * @param {string[]} args
 * @param {PartOptions} [options]
 */
export async function runPart(name, args, options = {}) {
  const part = spawnPart(name, args, options);
  options.onPart?.(part);
  const code = await part.ended;
  if (code !== 0) throw new PartFailed(name, code, part.output());
  return part.output();
}

/**
 * Starts a part and waits for its line `READY <port>`.
 * @param {string} name
 * @param {string[]} args
 * @param {PartOptions} [options]
 */
export async function startPart(name, args, options = {}) {
  let ready;
  const isReady = new Promise((resolve) => {
    ready = resolve;
  });
  const part = spawnPart(name, args, {
    ...options,
    onOutput: (text) => {
      options.onOutput?.(text);
      const found = /^READY (\d+)$/m.exec(part.output());
      if (found) ready(Number(found[1]));
    },
  });
  options.onPart?.(part);
  const port = await Promise.race([isReady, part.ended.then(() => null)]);
  if (port === null) throw new PartFailed(name, await part.ended, part.output());
  return { ...part, port };
}

/** Whether nothing listens on that port of 127.0.0.1. */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

const script = (name) => join(root, "scripts/embedded", name);

/**
 * The embedded database; `port` is a wish, another free one is taken silently.
 * @param {PartOptions & { state?: string, port?: number }} [options]
 */
export async function startDatabase({ state = stateFolder(), port = 54329, ...options } = {}) {
  const chosen = (await isPortFree(port)) ? port : 0;
  const part = await startPart(
    "The embedded database",
    [script("database.mjs"), "--data", dataFolder(state), "--port", String(chosen)],
    options,
  );
  return { ...part, url: `postgresql://postgres@127.0.0.1:${part.port}/postgres` };
}

/**
 * The embedded identity service; `port` is a wish, another free one is taken silently.
 * @param {PartOptions & { state?: string, port?: number }} [options]
 */
export async function startIdentity({ state = stateFolder(), port = 9099, ...options } = {}) {
  const chosen = (await isPortFree(port)) ? port : 0;
  const part = await startPart(
    "The identity service",
    [script("identity.mjs"), "--state", join(state, "identity.json"), "--port", String(chosen)],
    options,
  );
  return { ...part, host: `127.0.0.1:${part.port}` };
}
