// `npm test`: every check and every test, each step with its time; the last line counts them.
// `npm test -- --only unit,db` runs some of the steps.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./project-root.mjs";
import { printedAtTheEnd } from "./run-command.mjs";
import { STEPS } from "./test-steps.mjs";

const ONE_PASSED = { passed: 1, failed: 0, skipped: 0, failures: [] };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0, failures: [] };
// A log that is cut keeps its end: it names what failed, or enough of it to begin with.
const MOST_FAILURES = 20;

function selectSteps() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return [...STEPS];
  const keys = new Set(STEPS.map((step) => step.key));
  const wanted = new Set(values.only.split(","));
  const unknown = [...wanted].filter((key) => !keys.has(key));
  if (unknown.length > 0) throw new Error(`--only takes ${[...keys].join(", ")}; not ${unknown.join(", ")}.`);
  for (const step of STEPS) if (wanted.has(step.key) && step.needs) wanted.add(step.needs);
  return STEPS.filter((step) => wanted.has(step.key));
}

async function perform(step, results) {
  const basis = results.find((result) => result.step.key === step.needs);
  try {
    if (basis && basis.counts.failed > 0) throw new Error(`not run, since the step "${basis.step.name}" failed`);
    return (await step.work()) ?? ONE_PASSED;
  } catch (error) {
    console.error(`${step.name}: ${error.message}`);
    return { ...ONE_FAILED, failures: [error.message] };
  }
}

function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Every driver must have run the same tests; undefined when this run left one of them out. */
function compareDrivers(results) {
  const wanted = STEPS.filter(({ driver }) => driver);
  const ran = results.filter(({ step }) => step.driver);
  if (ran.length < wanted.length) return undefined;
  const passed = ran.map(({ counts }) => counts.passed);
  console.log(`database tests: ${ran.map(({ step, counts }) => `${step.driver} ${counts.passed} passed`).join(", ")}`);
  const same = passed.every((count) => count === passed[0] && count > 0);
  if (!same) console.error("Every driver must pass the same number of database tests, and some.");
  return { step: { name: "same database tests on every driver" }, counts: same ? ONE_PASSED : ONE_FAILED, seconds: 0 };
}

const headingOf = ({ name }) => `\n=== ${name} ===\n`;

async function timed(step, results) {
  const start = performance.now();
  const counts = await perform(step, results);
  results.push({ step, counts, seconds: (performance.now() - start) / 1000 });
}

/** Steps of several lanes, each lane in its order; what a step prints comes when it is done. */
async function sideBySide(steps, results) {
  const lanes = Object.values(Object.groupBy(steps, ({ lane }) => lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) await printedAtTheEnd(headingOf(step), () => timed(step, results));
    }),
  );
}

async function main() {
  const results = [];
  const steps = selectSteps();
  while (steps.length > 0) {
    const next = steps.findIndex(({ lane }) => lane === undefined);
    const beside = steps.splice(0, next < 0 ? steps.length : next);
    if (beside.length > 0) await sideBySide(beside, results);
    const step = steps.shift();
    if (!step) continue;
    process.stdout.write(headingOf(step));
    await timed(step, results);
  }
  results.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
  console.log("\n=== summary ===");
  const comparison = compareDrivers(results);
  if (comparison) results.push(comparison);
  for (const { step, counts, seconds } of results) {
    const mark = counts.failed > 0 ? "FAILED" : "ok    ";
    console.log(`${mark} ${step.name}: ${describeCounts(counts)} (${seconds.toFixed(1)} s)`);
    for (const failure of counts.failures.slice(0, MOST_FAILURES)) console.log(`         ${failure}`);
  }

  const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0);
  const total = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  const corpora = join(ROOT, "..", "shared", "corpora");
  if (total.skipped > 0 && !existsSync(corpora))
    console.log(`Some tests read the test material in ${corpora}, which is not there: they were skipped.`);
  console.log(describeCounts(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
