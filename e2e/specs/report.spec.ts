import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };
import { expect, test } from "../fixtures";
import { CampaignPage } from "../pages/campaign-page";
import { ReportPage } from "../pages/report-page";
import type { ProgramApi } from "../program-api";

const { campaign: campaignTexts, report: texts, states } = messages;
const DAY_MS = 86_400_000;

/** Six come on one day, four of them on the next, one on the third: rewards for one, two and three days. */
async function makeReported(api: ProgramApi) {
  const suffix = randomUUID().slice(0, 8);
  const streak = await api.create("streak", {
    name: `Report ${suffix}`,
    description: "For the report",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 5,
  });
  for (const [position, name] of ["First", "Second", "Third"].entries())
    await api.create("milestone", {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streak.id,
      name: `${name} ${suffix}`,
      description: "A reward",
      milestoneTargetValue: position + 1,
      status: "live",
    });
  const now = Date.now();
  for (const [day, members] of [6, 4, 1].entries())
    await api.createBatch(
      "streak_log",
      Array.from({ length: members }, (_, member) => ({
        streakId: streak.id,
        ownedBy: { externalId: `r${member}-${suffix}`, displayName: `Rory ${member} ${suffix}` },
        activityAt: new Date(now - (2 - day) * DAY_MS).toISOString(),
        activityId: "came_by",
        uniqueIdentifier: `${member} ${day}`,
      })),
    );
  const rewards = await api.list("reward_log", {
    fieldSlug: "linkedSchemaRecordId",
    operator: "eq",
    value: streak.id,
  });
  const at = (days: number) => new Date(now - days * DAY_MS).toISOString();
  const fates = [
    { couponCode: "ISSUED" },
    { couponCode: "REDEEMED", rewardIssuedAt: at(2), rewardRedeemedAt: at(1) },
    { couponCode: "EXPIRED", rewardIssuedAt: at(2), rewardExpiryAt: at(1) },
  ];
  for (const [position, fate] of fates.entries()) await api.update("reward_log", rewards[position]?.id ?? "", fate);
  return { suffix, id: streak.id, name: `Report ${suffix}` };
}

/** Which scripts a page fetches, and whether the charting library is among them. */
function watchScripts(page: Page): () => Promise<boolean> {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text().catch(() => ""));
  });
  return async () => {
    const texts = await Promise.all(scripts.splice(0));
    expect(texts.join("").length).toBeGreaterThan(0);
    return texts.some((text) => text.includes("recharts-"));
  };
}

test("Per parent: members enrolled and active, the funnel over its milestones with the biggest drop marked, rewards pending / issued / redeemed / expired over time (recharts, loaded only there), date range in the URL, a table behind each chart, every number opens its rows, CSV.", async ({
  api,
  ownerPage,
}) => {
  const { id, name, suffix } = await makeReported(api);
  const report = new ReportPage(ownerPage);
  const hasCharts = watchScripts(ownerPage);
  const bars = report.overTime.locator(".recharts-bar-rectangle path");

  await test.step("one tab away from the streak; recharts is loaded only there", async () => {
    for (const path of ["/", "/streaks", "/reward-logs", "/members", "/settings"])
      await ownerPage.goto(path, { waitUntil: "networkidle" });
    await new CampaignPage(ownerPage, "streaks").open(id);
    expect(await hasCharts()).toBe(false);
    await report.tab("title").click();
    await expect(ownerPage).toHaveURL(`/streaks/${id}/report`);
    await expect(ownerPage.getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(bars.first()).toBeVisible();
    expect(await hasCharts()).toBe(true);
  });

  await test.step("members enrolled and active, rewards by what has become of them", async () => {
    for (const [label, count] of [
      [texts.enrolled, 6],
      [texts.active, 6],
      ...(
        [
          ["pending", 8],
          ["issued", 1],
          ["redeemed", 1],
          ["expired", 1],
        ] as const
      ).map(([state, rewards]) => [texts.rewardsIn.replace("{state}", states[state]), rewards] as const),
    ] as const)
      await expect(report.tile(label)).toContainText(new RegExp(`${label}\\s*${count}\\D`));
  });

  await test.step("the funnel marks its biggest drop in words", async () => {
    const steps = report.funnel.getByRole("list").getByRole("listitem");
    await expect(steps).toContainText([texts.active, `First ${suffix}`, `Second ${suffix}`, `Third ${suffix}`]);
    await expect(steps.filter({ hasText: texts.biggestDrop })).toHaveCount(1);
    await expect(steps.nth(3)).toContainText(texts.biggestDrop);
    await expect(steps.nth(3)).toContainText("25% of the step before");
    await expect(steps.nth(3)).toContainText("3 did not come this far");
  });

  await test.step("a table behind each chart", async () => {
    await expect(ownerPage.getByRole("table")).toHaveCount(0);
    for (const part of [report.funnel, report.overTime]) await report.showTable(part);
    const row = (part: typeof report.funnel, text: string) => part.getByRole("row").filter({ hasText: text });
    await expect(row(report.funnel, `Third ${suffix}`).getByRole("cell")).toHaveText([/Third/, /3/, /1/, /3/, /1/]);
    const today = row(
      report.overTime,
      new Date().toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" }),
    );
    await expect(today.getByRole("cell")).toHaveText([/./, /8/, /1/, /1/, /1/]);
  });

  await test.step("every number opens its rows", async () => {
    const links = await report.numbers.evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        count: Number(/\d+/.exec(link.getAttribute("aria-label") ?? link.children[1]?.textContent ?? "")?.[0]),
      })),
    );
    // Of the members: enrolled, active, three milestones, two of them missed; of the rewards: states, milestones, today.
    const behind = new Map(links.map(({ href, count }) => [href, count]));
    expect(behind.size).toBe(7 + 4 + 3 + 4);
    expect(links.filter(({ href, count }) => behind.get(href) !== count)).toEqual([]);
    const program = await api.programId();
    for (const [href, count] of behind) {
      const answer = await ownerPage.request.get(`/data${href}`, { headers: { "x-milepost-program": program } });
      expect([href, (await answer.json()).value.rows.length]).toEqual([href, count]);
    }
    await report.funnel.getByRole("listitem").nth(3).getByRole("link", { name: /^3 / }).click();
    await expect(ownerPage.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(3);
    await expect(ownerPage.getByRole("status").filter({ hasText: "3 members" })).toContainText(
      `who reached Second ${suffix} but not Third ${suffix} in ${name}`,
    );
    const exported = await ownerPage.getByRole("link", { name: "Export CSV" }).getAttribute("href");
    const csv = await (await ownerPage.request.get(exported ?? "")).text();
    expect(csv.trim().split("\r\n")).toHaveLength(1 + 3);
    await ownerPage.getByRole("link", { name: texts.behind.back }).click();
    await expect(ownerPage).toHaveURL(new RegExp(`/streaks/${id}/report\\?from=.*&to=`));
    // A bar is a way there too.
    await bars.first().click();
    await expect(ownerPage).toHaveURL(/\/reward-logs\?state=/);
    await ownerPage.goBack();
  });

  await test.step("CSV", async () => {
    const download = ownerPage.waitForEvent("download");
    await report.funnel.getByRole("link", { name: texts.csv }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^streak-funnel-.*\.csv$/);
    expect((await readFile(await file.path(), "utf8")).split("\r\n").slice(0, 3)).toEqual([
      "\uFEFFmilestone,target,members,lost,rewards,biggestDrop",
      ",0,6,0,,",
      `First ${suffix},1,6,0,6,`,
    ]);
  });

  await test.step("the date range is in the address, and a fresh page shows the same", async () => {
    await report.range("7d").click();
    await expect(ownerPage).toHaveURL(/\/report\?range=7d$/);
    const early = "2025-01-31";
    await report.day("from").fill("2025-01-01");
    await report.day("to").fill(early);
    await expect(ownerPage).toHaveURL(/\/report\?from=2025-01-01&to=2025-01-31$/);
    const nobodyThen = async () => {
      await expect(report.tile(texts.active)).toContainText(/Active members\s*0/);
      await expect(report.tile(texts.enrolled)).toContainText(/Enrolled\s*6/);
      await expect(report.overTime).toContainText(texts.noRewards);
    };
    await nobodyThen();
    await ownerPage.goto(ownerPage.url());
    await nobodyThen();
    await expect(report.day("to")).toHaveValue(early);
    await expect(report.range("own")).toBeChecked();
    await ownerPage.goBack();
  });
});

test("a report of a draft says that there is nothing yet, and of nobody's id that there is none", async ({
  api,
  ownerPage,
}) => {
  const { id } = await api.create("challenge", {
    name: `Quiet ${randomUUID().slice(0, 8)}`,
    description: "Nobody",
    status: "draft",
    completionTargetValue: 5,
  });
  const report = new ReportPage(ownerPage);
  await report.open("challenges", id);
  await expect(ownerPage.getByRole("heading", { name: texts.emptyTitle })).toBeVisible();
  await ownerPage.getByRole("link", { name: texts.emptyAction }).click();
  await expect(ownerPage).toHaveURL(`/challenges/${id}`);
  await report.open("challenges", randomUUID());
  await expect(ownerPage.getByRole("heading", { name: messages.notFound.title })).toBeVisible();
});

test("a streak's form takes event types, each once, and says what is wrong with one at their field", async ({
  api,
  ownerPage,
}) => {
  const { id } = await api.create("streak", {
    name: `Listens ${randomUUID().slice(0, 8)}`,
    description: "To events",
    status: "draft",
    aggregationTargetValue: 1,
    completionTargetValue: 5,
  });
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  const field = streak.rules.getByRole("textbox", { name: campaignTexts.activityIds });
  for (const type of ["made_a_purchase", "visited", "visited"]) {
    await field.fill(type);
    await field.press("Enter");
  }
  await field.fill("x".repeat(257));
  await streak.save();
  await expect(field).toHaveAccessibleDescription(/At most 256 characters/);
  // Backspace in the empty field takes the last one back.
  await field.press("Backspace");
  // What is typed counts without Enter, too.
  await field.fill("wrote_a_review");
  await streak.save();
  await expect(streak.saved.first()).toBeVisible();
  expect((await api.get("streak", id))["activityIds"]).toEqual(["made_a_purchase", "visited", "wrote_a_review"]);

  await ownerPage.reload();
  await streak.button(campaignTexts.removeActivityId.replace("{name}", "visited")).click();
  await streak.save();
  await expect(streak.saved.first()).toBeVisible();
  expect((await api.get("streak", id))["activityIds"]).toEqual(["made_a_purchase", "wrote_a_review"]);
});
