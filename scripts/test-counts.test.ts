import { expect, it } from "vitest";
import { playwrightCounts, vitestCounts } from "./test-counts.mjs";

it("counts a vitest report, with todo tests among the skipped", () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 };
  expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 4 });
});

it("counts a Playwright report, with flaky tests among the failed", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
  expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3, skipped: 3 });
});
