import { defineConfig } from "@playwright/test";
import { address } from "./e2e/address";
import { findBrowser } from "./e2e/browser";

const isCi = Boolean(process.env.CI);

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  // A journey that fails now and then is a fault to find, not one to try away.
  retries: 0,
  forbidOnly: isCi,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    baseURL: address.site,
    browserName: "chromium",
    launchOptions: await findBrowser(),
    locale: "en-US",
    timezoneId: "America/Chicago",
    // Nothing may answer between a page and the server but what a journey puts there.
    serviceWorkers: "block",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    // `exec`, so that the server's parent is Playwright itself and its end is noticed.
    command: `${process.platform === "win32" ? "" : "exec "}"${process.execPath}" --import tsx scripts/e2e-server.ts`,
    url: address.site,
    timeout: 300_000,
    reuseExistingServer: !isCi,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
