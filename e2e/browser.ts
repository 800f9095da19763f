import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

export interface Browser {
  /** Undefined where Playwright has a browser of its own. */
  executablePath?: string;
  args: string[];
}

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Chromium of a distribution talks to its maker and refuses root's sandbox unless told. */
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

function hasNss(): boolean {
  return spawnSync("ldconfig", ["-p"], { encoding: "utf8" }).stdout?.includes("libnss3.so") ?? true;
}

/** The one from npm. Its own default arguments switch web security off, so they are not used. */
async function packagedBrowser(): Promise<Browser> {
  // Where the system lacks libraries, the package unpacks its own, if it thinks it is on Lambda.
  if (!hasNss()) process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return { executablePath: await packaged.executablePath(), args: ["--no-sandbox"] };
}

/**
 * A real Chromium, wherever one is to be had: Playwright's, the system's, else the one from npm.
 * E2E_BROWSER picks one: playwright, system or packaged.
 */
export async function findBrowser(): Promise<Browser> {
  const wish = process.env.E2E_BROWSER;
  if (wish === "playwright" || (!wish && existsSync(chromium.executablePath())))
    return { args: sandbox };
  const installed = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (installed && wish !== "packaged")
    return { executablePath: installed, args: [...sandbox, ...QUIET] };
  return packagedBrowser();
}
