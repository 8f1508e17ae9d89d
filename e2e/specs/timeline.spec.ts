import { countClicks } from "../count-clicks";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import { TimelinePage } from "../pages/timeline-page";
import { breakStreak, keepStreak, missChallenge } from "../timeline-data";

const APRIL_10 = "Friday, April 10, 2026";

test("`GET /schema/streak_progress/record/{id}/timeline` (and the challenge's), and the member's page: period by period what was logged, the value, the target, the zone, when it was met or missed, late logs, the milestone and reward it led to.", async ({
  api,
  ownerPage,
}) => {
  const { suffix, member, run } = await breakStreak(api);
  const timeline = new TimelinePage(ownerPage);

  await test.step("the API", async () => {
    expect(await api.timeline("streak", run)).toMatchObject({
      data: [
        { firstDay: "2026-04-10", timeZone: "America/New_York", value: 12.5, targetValue: 20, status: "missed" },
        { firstDay: "2026-04-09", status: "completed", metAt: "2026-04-10T03:30:00.000Z", lateLogCount: 2 },
        { firstDay: "2026-04-08", status: "completed", rewards: [] },
      ],
      brokenBy: { cause: "missed_period", missedPeriod: { firstDay: "2026-04-10" } },
    });
  });

  await test.step("the streak on the member's page", async () => {
    await timeline.open(member, "streak", run);
    await expect(timeline.periods).toHaveCount(3);
    const missed = timeline.period(APRIL_10);
    await expect(missed).toContainText("Missed");
    await expect(missed).toContainText("12.5 of 20");
    await expect(missed).toContainText("America/New_York");
    await expect(missed).toContainText("ended unmet Apr 11, 2026, 12:00 AM EDT");
    const met = timeline.period("Thursday, April 9, 2026");
    await expect(met).toContainText("met Apr 9, 2026, 11:30 PM EDT");
    await expect(met.getByRole("listitem")).toContainText([
      /9\s*made_a_purchase\s*order-2.*Late/s,
      /11.*order-1.*Late/s,
    ]);
    await met.getByRole("link", { name: `Day two ${suffix}` }).click();
    await expect(ownerPage).toHaveURL(/\/reward-logs\?reward=/);
    await expect(ownerPage.getByRole("table")).toContainText(`Ada ${suffix}`);
  });

  await test.step("a window of a challenge, and those before it", async () => {
    const window = await missChallenge(api, member, suffix);
    expect(await api.timeline("challenge", window)).toMatchObject({ data: [{ value: 40 }, { value: 110 }] });
    await timeline.open(member, "challenge", window);
    await expect(timeline.answer("Why was this challenge missed?")).toContainText(/40 of 100.*Apr 6 – Apr 12, 2026/);
    await expect(timeline.periods).toContainText(["40 of 100", "110 of 100"]);
  });

  await test.step("page by page, the latest first, with what keeps a run going", async () => {
    const kept = await keepStreak(api, suffix, 25);
    await timeline.open(kept.member, "streak", kept.run);
    await expect(timeline.answer("What keeps this streak going?")).toContainText("goes on if 20 is logged");
    await expect(timeline.periods).toHaveCount(20);
    await expect(timeline.periods.first()).toContainText("20 of 20");
    await timeline.next.click();
    await expect(timeline.periods).toHaveCount(5);
    await expect(ownerPage).toHaveURL(/after=/);
  });

  await test.step("another member's is not found", async () => {
    const { member: other } = await breakStreak(api);
    await timeline.open(other, "streak", run);
    await expect(ownerPage.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  });
});

test('"Why did this streak break?" is answered within three clicks from search, naming the missed local day and zone.', async ({
  api,
  ownerPage,
}) => {
  const { suffix, streak } = await breakStreak(api);
  await api.update("streak", streak, { status: "paused" });
  const clicks = await countClicks(ownerPage);
  await ownerPage.goto("/");
  const { palette, paletteInput } = new ConsoleShell(ownerPage);
  await ownerPage.getByRole("button", { name: "Search or go to…" }).click();
  await paletteInput.fill(`ada-${suffix}`);
  await palette.getByRole("menuitem", { name: `Ada ${suffix}` }).click();
  await ownerPage
    .getByRole("link", { name: `Why did it break? Spend ${suffix}` })
    .last()
    .click();
  const answer = new TimelinePage(ownerPage).answer("Why did this streak break?");
  await expect(answer).toContainText(`the target was missed on ${APRIL_10} in America/New_York: 12.5 of 20 was logged`);
  expect(await clicks()).toBeLessThanOrEqual(3);
  // Paused today, it was not the cause then.
  await expect(answer).not.toContainText("not live");
});
