import { expect, test } from "../fixtures";
import { EmbeddedWidget, loaderTag } from "../pages/embedded-widget";
import { tellStory } from "../widget-story";

const SERVER = () => process.env["MILEPOST_E2E_URL"] ?? "";
const DAY_MS = 86_400_000;
const inFuture = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** A page of the shop with the loader, opened as a member. */
async function openAs(externalId: string, { page, api, shop }: Pick<Fixtures, "page" | "api" | "shop">) {
  const widget = new EmbeddedWidget(page);
  await widget.prepare(await api.tokenOf(externalId));
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  return widget;
}
type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

test.describe("The document reads completely without JavaScript.", () => {
  test.use({ javaScriptEnabled: false });

  test("codes, progress and ladders are there, and no button that does nothing", async ({ page, api, request }) => {
    const story = await tellStory(api);
    await api.update("reward_log", story.rewardId, { couponCode: "PLAIN-1" });
    const form = { token: await api.tokenOf(story.externalId) };
    const answer = await request.post(`${SERVER()}/widget/${await api.programId()}`, { form });
    await page.setContent(await answer.text());
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: story.reward }) });
    await expect(card.getByText("PLAIN-1")).toBeVisible();
    await expect(card.getByRole("button")).toBeHidden();
    const campaign = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: story.campaign }) });
    await expect(campaign).toContainText("2 more days to Gold");
  });
});

test("For each live streak and challenge: title, icon, description, progress (current count with a word beside the flame; a 7-day, 8-week or 12-month strip; a ring for challenges), what to do next and by when in the member's own day", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const widget = await openAs(story.externalId, { page, api, shop });
  const cardOf = (name: string) =>
    widget.frame.getByRole("listitem").filter({ has: widget.frame.getByRole("heading", { name }) });
  const card = cardOf(story.campaign);
  await expect(card).toContainText("1 day");
  await expect(card).toContainText("2 more days to Gold");
  await expect(card).toContainText("Done for today. See you tomorrow!");
  const strip = card.getByRole("list", { name: "The last 7 days" }).getByRole("listitem");
  await expect(strip).toHaveCount(7);
  await expect(strip.last()).toContainText(": done");
  await expect(card).toContainText(/Bronze .*Reached/);
  await expect(card).toContainText(/Gold .*Next/);

  // The demo's own, of which this member has done nothing yet.
  await expect(cardOf("Fitness ladder").getByRole("list", { name: "The last 8 weeks" })).toBeVisible();
  await expect(cardOf("Fitness ladder")).toContainText(
    /This week is open until .*11:59 PM|Today is open until 11:59 PM/,
  );
  await expect(cardOf("Café regular")).toContainText("0 of 8 this month");
  await expect(cardOf("Café regular")).toContainText("4 more to Halfway");
});

test("issued (code, one-tap copy with confirmation and a polite announcement, text selected when the clipboard is denied)", async ({
  page,
  api,
  shop,
  context,
}) => {
  const story = await tellStory(api);
  await api.update("reward_log", story.rewardId, { couponCode: "ONE-TAP", rewardExpiryAt: inFuture(3.5 * DAY_MS) });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.install();
  const widget = await openAs(story.externalId, { page, api, shop });
  const card = widget.reward(story.reward);
  await expect(card).toContainText("Ends in 3 days");
  const says = widget.frame.getByRole("status");
  await expect(says.filter({ hasText: `You earned ${story.reward}!` })).toBeAttached();
  // What is shown for a moment stays until the clock is told to go on.
  await page.clock.pauseAt(Date.now() + 1_000);
  const button = card.getByRole("button");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Copied");
  await expect(says.filter({ hasText: "Copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("ONE-TAP");
  await page.clock.runFor(5_000);
  await expect(button).toHaveText("Copy");

  await widget.document().evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
  });
  await button.click();
  await expect(card).toContainText("The code is selected.");
  expect(await widget.document().evaluate(() => String(getSelection()))).toBe("ONE-TAP");
});

test("the instruction with `{{rewardValidTill}}`, absolute expiry in the member's locale and zone plus a coarse countdown, last 24 hours, expired, redeemed: told apart without colour.", async ({
  page,
  api,
  shop,
}) => {
  const member = { timeZone: "Asia/Tokyo", languageCode: "en-GB" };
  const story = await tellStory(api, member);
  const [card, set] = [
    () => widget.reward(story.reward),
    (patch: object) => api.update("reward_log", story.rewardId, patch as Record<string, unknown>),
  ];
  const soon = inFuture(5.5 * 3_600_000);
  await set({ couponCode: "LAST", rewardExpiryAt: soon });
  const widget = await openAs(story.externalId, { page, api, shop });
  const written = new Date(soon).toLocaleString("en-GB", { timeZone: "Asia/Tokyo" });
  await expect(card()).toContainText(`redeem your reward! Valid till ${written}.`);
  await expect(card()).toContainText("Last 24 hours");
  await expect(card()).toContainText("Ends in 5 hours");

  await set({ rewardIssuedAt: inFuture(-2 * DAY_MS), rewardExpiryAt: inFuture(-DAY_MS) });
  await page.reload();
  await expect(card()).toContainText("Expired");
  await expect(card()).not.toContainText("Use the offer code");
  await set({ rewardExpiryAt: inFuture(DAY_MS), rewardRedeemedAt: inFuture(-1000) });
  await page.reload();
  await expect(card()).toContainText("Redeemed on");
});

test("Points balance and recent history.", async ({ page, api, shop }) => {
  const story = await tellStory(api);
  const widget = await openAs(story.externalId, { page, api, shop });
  await expect(widget.frame.getByText("25 points", { exact: true }).first()).toBeVisible();
  await widget.frame.getByText("Latest points").click();
  await expect(widget.frame.getByRole("group").filter({ hasText: "Latest points" })).toContainText("+25");
});

test("Guests (no token) see the public programme and a sign-in call.", async ({ page, api, shop }) => {
  const story = await tellStory(api);
  const widget = new EmbeddedWidget(page);
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId(), ""), SERVER()));
  await expect(widget.frame.getByText("Sign in to the shop to see your rewards.")).toBeVisible();
  await expect(widget.frame.getByRole("heading", { name: story.campaign })).toBeVisible();
  await expect(widget.frame.getByText(story.reward)).toBeVisible();
  await expect(widget.frame.getByRole("progressbar")).toHaveCount(0);
});

test.describe("A new reward is celebrated once per reward, ever, and not at all under reduced motion.", () => {
  test("once, also on the next page and the next device", async ({ page, api, shop, browser }) => {
    const story = await tellStory(api);
    const widget = await openAs(story.externalId, { page, api, shop });
    await expect(widget.frame.getByText(`You earned ${story.reward}!`).first()).toBeAttached();
    await page.reload();
    await expect(widget.reward(story.reward)).toBeVisible();
    const device = await browser.newPage();
    const asked: string[] = [];
    device.on("request", (request) => asked.push(request.url()));
    const form = { token: await api.tokenOf(story.externalId) };
    await device.goto(shop.pageWith({ url: `${SERVER()}/widget/${await api.programId()}`, ...form }));
    // Nothing is new any more, so that nobody even asks.
    await expect(device.frameLocator("iframe").getByRole("heading", { name: story.reward })).toBeVisible();
    await expect(device.frameLocator("iframe").locator("[data-fresh]")).toHaveCount(0);
    await expect(widget.frame.locator(".party")).toHaveCount(0);
    expect(asked.filter((url) => url.includes("celebrations"))).toEqual([]);
    await device.close();
  });

  test.describe("under reduced motion", () => {
    test.use({ contextOptions: { reducedMotion: "reduce" } });

    test("not at all", async ({ page, api, shop }) => {
      const story = await tellStory(api);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const widget = await openAs(story.externalId, { page, api, shop });
      await expect(widget.reward(story.reward)).toBeVisible();
      await expect.poll(() => widget.told("ready")).toHaveLength(1);
      await expect(widget.frame.locator(".party")).toHaveCount(0);
      expect(asked.filter((url) => url.includes("celebrations"))).toEqual([]);
    });
  });
});

test("A code attached in the console shows within 10 s without reload: the script asks with an ETag while the page is visible", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const widget = await openAs(story.externalId, { page, api, shop });
  await expect(widget.reward(story.reward)).toContainText("Your code is on its way.");
  await widget.document().evaluate(() => Object.assign(window, { same: true }));
  const unchanged = await page.waitForResponse(
    (response) => response.request().headers()["if-none-match"] !== undefined,
  );
  await api.update("reward_log", story.rewardId, { couponCode: "FRESH-1" });
  await expect(widget.reward(story.reward).getByText("FRESH-1")).toBeVisible({ timeout: 10_000 });
  expect(await widget.document().evaluate(() => "same" in window)).toBe(true);
  expect([200, 304]).toContain(unchanged.status());
});

test('the last good state stays, with "as of", when the network is gone.', async ({ page, api, shop, context }) => {
  const story = await tellStory(api);
  await page.clock.install();
  const widget = await openAs(story.externalId, { page, api, shop });
  await expect(widget.reward(story.reward)).toBeVisible();
  await context.setOffline(true);
  await page.clock.runFor(8_000);
  await expect(widget.frame.getByRole("status").filter({ hasText: /^As of \d/ })).toBeVisible();
  await expect(widget.reward(story.reward)).toBeVisible();
  await context.setOffline(false);
  await page.clock.runFor(15_000);
  await expect(widget.frame.getByText(/^As of/)).toHaveCount(0);
});
