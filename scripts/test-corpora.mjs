// `npm run test:corpora`: the test material of others whole, of which `npm test` takes a tenth. The last line counts.
import { ensureChromium } from "./chromium.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { runVitest } from "./test-counts.mjs";
import { testEnvironment } from "./test-environment.mjs";

const env = { ...testEnvironment(), CORPORA: "all", CI: "1" };

/** Each answers counts. Without the test material they fail rather than skip it: that is what CI stands for. */
const STEPS = [
  { name: "icons: every file ends as its manifest says", work: () => runVitest("unit", env, ["lib/icons/corpora"]) },
  {
    name: "icons: looks, attacks and measures",
    work: async () => runVitest("icons", { ...env, PLAYWRIGHT_CHROMIUM: await ensureChromium() }),
  },
  {
    name: "strings: every one in every text field over HTTP",
    work: async () => {
      await ensureBuilt();
      return runVitest("api", env, ["e2e/api/strings.test.ts", "e2e/api/points-strings.test.ts"]);
    },
  },
];

const total = { passed: 0, failed: 0 };
for (const { name, work } of STEPS) {
  console.log(`\n=== ${name} ===`);
  const { passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
