import { defineConfig } from "playwright/test";
import { findChromium } from "./tests/support/find-chromium.mjs";

// Started as root, Chromium refuses its sandbox; the rest keeps it from talking to anyone but us.
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-sync",
  "--no-first-run",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/browser-server.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A strange machine can be too slow for one moment of a test. What passes on the second try is listed as flaky: mend it.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  // On a busy machine of two cores a page may take its time.
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    // Set by the global setup, before the workers read this file.
    baseURL: process.env.POLYLOGUE_ORIGIN,
    browserName: "chromium",
    launchOptions: { executablePath: await findChromium(), args },
    locale: "en-GB",
    trace: "retain-on-failure",
  },
});
