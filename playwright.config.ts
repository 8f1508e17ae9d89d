import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./scripts/chromium.mjs";

const executablePath = await findChromium();

export default defineConfig({
  testDir: "e2e/specs",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env["CI"]),
  // Each with a server and a demo of its own: the specs of one change it one after another.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    locale: "en-US",
    timezoneId: "UTC",
    // Recording costs a tenth of the time: ask for it with --trace on.
    trace: "off",
    screenshot: "only-on-failure",
  },
});
