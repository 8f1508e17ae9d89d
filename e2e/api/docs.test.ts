import { globSync, readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { actualOutput, expectedOutput, runSteps, stepsOf } from "./support/doc-page";

/** The address that the pages speak of. */
const DOCUMENTED = "http://localhost:3000";

const pages = globSync("{README.md,docs/**/*.md}")
  .sort()
  .map((path) => ({
    path,
    steps: stepsOf(readFileSync(path, "utf8").replaceAll(DOCUMENTED, inject("server").baseUrl)),
  }))
  .filter(({ steps }) => steps.length > 0);

it.each(pages)("$path: every command answers what the page says", async ({ steps }) => {
  const { baseUrl, apiSecret } = inject("server");
  const outputs = await runSteps(steps, { MILEPOST: baseUrl, SECRET: apiSecret });
  for (const [position, { script, answer }] of steps.entries()) {
    const printed = outputs[position] ?? "";
    if (answer) expect(actualOutput(answer, printed), script).toBe(expectedOutput(answer, printed));
    else expect(printed.trim(), `${script}\nprints something that the page does not show`).toBe("");
  }
});

it("the pages of the public APIs are among them", () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["docs/account-streaks.md", "docs/events.md", "docs/points.md", "docs/timeline.md"]),
  );
});
