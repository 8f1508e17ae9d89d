import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const MOST_OF_A_MESSAGE = 400;

/**
 * Runs a test runner that writes a JSON report to the path it is given, and reads { passed, failed, skipped, failures }
 * out of it; `failures` name what failed, and why. A run that ended badly without a failed test (a file that cannot be
 * loaded, a teardown that throws) counts as one failure.
 */
async function counted(start, read) {
  const folder = mkdtempSync(join(tmpdir(), "milepost-report-"));
  const report = join(folder, "report.json");
  try {
    const { code } = await start(report);
    const counts = readReport(report, read);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    console.error(`There is no readable test report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0, failures: [] };
  }
}

/** What a failure's line says of its reason: the beginning, in one line and without colours. */
function reasonOf(message = "") {
  return stripVTControlCharacters(message).replaceAll(/\s+/g, " ").trim().slice(0, MOST_OF_A_MESSAGE);
}

/** Counts out of vitest's JSON report. */
export function vitestCounts(report) {
  const tests = report.testResults.flatMap(({ name, message, status, assertionResults }) =>
    // A file that could not be loaded fails without a test.
    status === "failed" && assertionResults.length === 0
      ? [{ name, status, failureMessages: [message] }]
      : assertionResults.map((test) => ({ ...test, name })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: tests
      .filter(({ status }) => status === "failed")
      .map(({ name, fullName, failureMessages }) =>
        [relative(ROOT, name), fullName, reasonOf(failureMessages?.[0])].filter(Boolean).join(" › "),
      ),
  };
}

function* specsIn({ suites = [], specs = [] }, above = []) {
  for (const spec of specs) yield { ...spec, title: [...above, spec.title].join(" › ") };
  for (const suite of suites) yield* specsIn(suite, [...above, suite.title]);
}

/**
 * Counts out of Playwright's JSON report; a test that needed a retry is no pass.
 * @param {{ stats: Record<string, number>, suites?: object[], errors?: { message: string }[] }} report
 */
export function playwrightCounts({ stats, suites = [], errors = [] }) {
  const failed = specsIn({ suites }).flatMap(({ title, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const messages = results.flatMap((result) => result.errors.map(({ message }) => message));
        return `${title} (line ${line}) › ${reasonOf(messages[0])}`;
      }),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: [...failed, ...errors.map(({ message }) => reasonOf(message))],
  };
}

/** Runs a project of vitest, or those of its files whose path holds one of `filters`. */
export function runVitest(project, env, filters = []) {
  const args = ["run", ...filters, "--project", project, "--reporter=default", "--reporter=json"];
  return counted((report) => run("vitest", [...args, `--outputFile.json=${report}`], { env }), vitestCounts);
}

export function runPlaywright(env) {
  return counted(
    (report) =>
      run("playwright", ["test", "--reporter=list,json"], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } }),
    playwrightCounts,
  );
}
