import { expect, it } from "vitest";
import { ROOT } from "./project-root.mjs";
import { playwrightCounts, vitestCounts } from "./test-counts.mjs";

it("counts a vitest report, with todo tests among the skipped, and names what failed", () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 3,
    numTodoTests: 1,
    testResults: [
      {
        name: `${ROOT}/lib/one.test.ts`,
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          { status: "failed", fullName: "sums up", failureMessages: ["\u001b[31mexpected 1\u001b[39m\n  to be 2"] },
        ],
      },
      { name: `${ROOT}/lib/two.test.ts`, status: "failed", message: "no such module", assertionResults: [] },
    ],
  };
  expect(vitestCounts(report)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 4,
    failures: ["lib/one.test.ts › sums up › expected 1 to be 2", "lib/two.test.ts › no such module"],
  });
});

it("counts a Playwright report, with flaky tests among the failed, and names them", () => {
  const test = (status: string, ...messages: string[]) => ({
    status,
    results: messages.map((message) => ({ errors: [{ message }] })),
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 3 },
    errors: [{ message: "the teardown threw" }],
    suites: [
      {
        title: "points.spec.ts",
        specs: [{ title: "opens", line: 3, tests: [test("expected")] }],
        suites: [
          {
            title: "rules",
            specs: [
              { title: "are shown", line: 9, tests: [test("unexpected", "no\ntable", "closed")] },
              { title: "are few", line: 12, tests: [test("flaky", "late")] },
            ],
          },
        ],
      },
    ],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 3,
    failures: [
      "points.spec.ts › rules › are shown (line 9) › no table",
      "points.spec.ts › rules › are few (line 12) › late",
      "the teardown threw",
    ],
  });
});
