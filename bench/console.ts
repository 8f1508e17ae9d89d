// `npm run bench:console`: how long the console's lists and a report take in Chromium, on PostgreSQL with 10,000 members
// and 100,000 rewards. The targets (95th percentile): first rows within 800 ms, a filter change within 400 ms, a report
// with its chart within 1.5 s.
import { type Browser, chromium, type Page } from "playwright";
import { createDatabase } from "@/db/testing/create-database";
import { startPostgres } from "@/db/testing/postgres-server";
import { CHROMIUM_FLAGS, ensureChromium } from "@/scripts/chromium.mjs";
import { firstRowsAt, timeFilter, watchFirstRows } from "./console-timing";
import { type Send, withServer } from "./with-server";

const MEMBERS = 10_000;
const REWARDS_EACH = 10;
const ISSUED = 500;
const BATCH = 1000;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 30);
const ADMIN = { email: "owner@example.com", password: "bench-only-password" };

/** The lists, each with a filter of which there are rows: the word on its button stands in each of them. */
const LISTS = [
  { path: "/streaks", filter: "Live" },
  { path: "/reward-logs", filter: "Issued" },
] as const;

const STREAK = {
  description: "A day is enough",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 1,
};

/**
 * One log of each member earns them a reward at every milestone; some have a code.
 * @returns the id of the streak
 */
async function prepare(send: Send): Promise<string> {
  for (let n = 1; n < 60; n += 1)
    await send("/schema/streak/record", { ...STREAK, name: `Streak ${n}`, status: n % 2 ? "live" : "draft" });
  const { data: streak } = await send("/schema/streak/record", { ...STREAK, name: "Streak 60" });
  const { id: streakId } = streak as { id: string };
  for (let n = 0; n < REWARDS_EACH; n += 1)
    await send("/schema/milestone/record", {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streakId,
      name: `Milestone ${n}`,
      description: "A reward",
      milestoneTargetValue: 1,
      status: "live",
    });
  const activityAt = new Date().toISOString();
  for (let from = 0; from < MEMBERS; from += BATCH)
    await send(
      "/schema/streak_log/record/batch",
      Array.from({ length: BATCH }, (_, n) => ({
        streakId,
        ownedBy: { externalId: `bench-${from + n}`, displayName: `Member ${from + n}` },
        activityAt,
        activityId: "bench",
        uniqueIdentifier: `bench-${from + n}`,
      })),
    );
  const { data: rewards } = await send(`/schema/reward_log/record?limit=${ISSUED}`);
  for (const { id } of rewards as { id: string }[])
    await send(`/schema/reward_log/record/${id}`, { couponCode: "BENCH" }, "PATCH");
  return streakId;
}

async function signIn(browser: Browser, baseUrl: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseUrl, locale: "en-US", timezoneId: "UTC" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(ADMIN.email);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.addInitScript(watchFirstRows);
  return page;
}

interface Times {
  first: number[];
  filter: number[];
}

async function time(page: Page, { path, filter }: (typeof LISTS)[number]): Promise<Times> {
  const times: Times = { first: [], filter: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto(path);
    const first = await firstRowsAt(page);
    const changed = await timeFilter(page, filter);
    // The first round warms the server up.
    if (round > 0) {
      times.first.push(first);
      times.filter.push(changed);
    }
  }
  return times;
}

/** How long a report takes until its chart is there: with all rewards of the program in its range. */
async function timeReport(page: Page, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto(path);
    const drawn = await firstRowsAt(page);
    if (round > 0) times.push(drawn);
  }
  return times;
}

const at = (values: number[], share: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0);

function row(path: string, { first, filter }: Times) {
  return {
    list: path,
    "first rows, p50 ms": at(first, 0.5),
    "first rows, p95 ms": at(first, 0.95),
    "filter, p50 ms": at(filter, 0.5),
    "filter, p95 ms": at(filter, 0.95),
  };
}

const postgres = await startPostgres();
try {
  const settings = {
    DATABASE_URL: await createDatabase(postgres.url, "console"),
    BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
    BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
  };
  const { lists, report } = await withServer(settings, async (send, baseUrl) => {
    const streakId = await prepare(send);
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS });
    try {
      const page = await signIn(browser, baseUrl);
      const rows: ReturnType<typeof row>[] = [];
      for (const list of LISTS) rows.push(row(list.path, await time(page, list)));
      return { lists: rows, report: await timeReport(page, `/streaks/${streakId}/report`) };
    } finally {
      await browser.close();
    }
  });
  console.log(`${MEMBERS} members, ${MEMBERS * REWARDS_EACH} rewards, ${ROUNDS} rounds:`);
  console.table(lists);
  console.log(`a report with its chart: p50 ${at(report, 0.5)} ms, p95 ${at(report, 0.95)} ms`);
} finally {
  await postgres.stop();
}
