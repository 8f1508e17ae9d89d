import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run-command.mjs";

/**
 * Runs a test runner that writes a JSON report to the path it is given, and reads { passed, failed, skipped } out of
 * it. A run that ended badly without a failed test (a file that cannot be loaded, a teardown that throws) counts as
 * one failure.
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
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Counts out of vitest's JSON report. */
export function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts out of Playwright's JSON report; a test that needed a retry is no pass. */
export function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
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
