import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./scripts/chromium.mjs";

const executablePath = await findChromium();

// About half of the work.
const FIRST_LANE = ["**/accessibility.spec.ts", "**/widget*.spec.ts"];

export default defineConfig({
  testDir: "e2e/specs",
  // Two lanes, each with a server and a demo of its own. The specs of one run in the order of their names: what one leaves
  // behind, the next ones find on every machine.
  workers: 2,
  projects: [
    { name: "lane 1", testMatch: FIRST_LANE, workers: 1 },
    { name: "lane 2", testIgnore: FIRST_LANE, workers: 1 },
  ],
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env["CI"]),
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
