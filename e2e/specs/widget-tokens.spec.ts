import type { Page } from "@playwright/test";
import german from "../../messages/widget/de.json" with { type: "json" };
import english from "../../messages/widget/en.json" with { type: "json" };
import { expect, test } from "../fixtures";
import { EmbeddedWidget, loaderTag } from "../pages/embedded-widget";
import type { ProgramApi } from "../program-api";
import { tellStory } from "../widget-story";

const SERVER = () => process.env["MILEPOST_E2E_URL"] ?? "";
const TOKEN_HEADER = "x-enduser-access-token";

/** How often the document asks as whom a token names. */
function asksWith(page: Page, token: string): () => number {
  let asks = 0;
  page.on("request", (request) => {
    if (request.headers()[TOKEN_HEADER] === token) asks++;
  });
  return () => asks;
}

/** How often a form opens a document. */
function posts(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/widget\/[^/]+$/.test(new URL(request.url()).pathname)) count++;
  });
  return () => count;
}

test("a renewal that is refused is tried again after 15 seconds, not at once", async ({ page, api, shop }) => {
  const story = await tellStory(api);
  const widget = new EmbeddedWidget(page);
  const bad = await api.tokenOf(story.externalId, -60);
  await widget.prepare(await api.tokenOf(story.externalId, 600), bad);
  const asks = asksWith(page, bad);
  await page.clock.install();
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  await expect(widget.reward(story.reward)).toBeVisible();
  await expect.poll(async () => (await widget.told("ready")).length).toBe(1);

  // In two steps: in one, the answer would come later than the document waits for it.
  await page.clock.runFor(530_000);
  await page.clock.runFor(12_000);
  await expect.poll(async () => (await widget.told("tokenExpired")).length).toBe(1);
  // Time also goes by itself: a few seconds in which a busy machine may take as many more.
  await page.clock.runFor(3_000);
  expect([widget.asked, asks()]).toEqual([2, 1]);
  await page.clock.runFor(13_000);
  await expect.poll(async () => (await widget.told("tokenExpired")).length).toBe(2);
  await page.clock.runFor(3_000);
  expect([widget.asked, asks()]).toEqual([3, 2]);
});

test.describe("a first token that has expired", () => {
  test("has the page asked for another one, by which the member comes in without reload", async ({
    page,
    api,
    shop,
  }) => {
    const story = await tellStory(api);
    const widget = new EmbeddedWidget(page);
    await widget.prepare(await api.tokenOf(story.externalId, -60), await api.tokenOf(story.externalId));
    const posted = posts(page);
    await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
    await expect(widget.reward(story.reward)).toBeVisible();
    expect([widget.asked, posted(), (await widget.told("tokenExpired")).length]).toEqual([2, 1, 1]);
  });

  test("and a second one like it, after 15 seconds for a third", async ({ page, api, shop }) => {
    const story = await tellStory(api);
    const widget = new EmbeddedWidget(page);
    const bad = await api.tokenOf(story.externalId, -60);
    await widget.prepare(bad, bad, await api.tokenOf(story.externalId));
    await page.clock.install();
    await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
    await expect.poll(async () => (await widget.told("tokenExpired")).length).toBe(2);
    await expect(widget.frame.getByText(english.ended)).toBeVisible();
    await page.clock.runFor(3_000);
    expect(widget.asked).toBe(2);
    await page.clock.runFor(13_000);
    await expect(widget.reward(story.reward)).toBeVisible();
    expect(widget.asked).toBe(3);
  });
});

test("a `getToken` that fails at the start is asked again", async ({ page, api, shop }) => {
  const story = await tellStory(api);
  const widget = new EmbeddedWidget(page);
  await widget.prepare(await api.tokenOf(story.externalId));
  await page.addInitScript(() => {
    const shop = window as unknown as { shopToken: () => Promise<string>; tries: number; shaky: () => Promise<string> };
    shop.tries = 0;
    shop.shaky = async () => {
      if (shop.tries++ < 2) throw new Error("the shop is busy");
      return shop.shopToken();
    };
  });
  await page.clock.install();
  const tag = loaderTag(SERVER(), await api.programId(), 'data-get-token="shaky"');
  await page.goto(shop.strictPage(tag, SERVER()));
  await expect(widget.frame.getByText(english.signIn)).toBeVisible();
  await expect.poll(() => widget.told("error")).toEqual([{ code: "token" }, { code: "token" }]);
  await page.clock.runFor(16_000);
  await expect(widget.reward(story.reward)).toBeVisible();
});

/** Gives the element a new function, as each render of a component with an inline one does. */
async function setFunction(page: Page, token: string | null): Promise<void> {
  await page.evaluate((answer) => {
    const state = window as unknown as { asks?: number; latest?: () => string | null };
    state.latest = () => {
      state.asks = (state.asks ?? 0) + 1;
      return answer;
    };
    Object.assign(document.querySelector("milepost-widget") ?? {}, { getToken: state.latest });
  }, token);
}

test("a `getToken` that is set again leaves the frame where it is, and is asked only when it is another one", async ({
  page,
  api,
  shop,
}) => {
  const [ada, eve] = [await tellStory(api), await tellStory(api)];
  const [adas, eves] = [await api.tokenOf(ada.externalId), await api.tokenOf(eve.externalId)];
  const widget = new EmbeddedWidget(page);
  await widget.prepare();
  const posted = posts(page);
  const element = `<milepost-widget program="${await api.programId()}"></milepost-widget>`;
  await page.goto(shop.strictPage(`${element}<script async src="${SERVER()}/embed.js"></script>`, SERVER()));
  const readies = async () => (await widget.told("ready")).length;
  await expect.poll(readies).toBe(1);

  // The member signs in: the guest's document becomes the member's.
  await setFunction(page, adas);
  await expect(widget.reward(ada.reward)).toBeVisible();
  await expect.poll(readies).toBe(2);
  for (let render = 1; render <= 5; render++) {
    await setFunction(page, adas);
    await expect.poll(readies).toBe(2 + render);
  }
  const asks = () => page.evaluate(() => (window as unknown as { asks: number }).asks);
  expect([posted(), await asks()]).toEqual([1, 6]);

  await page.evaluate(() => {
    const { latest } = window as unknown as { latest: () => string };
    Object.assign(document.querySelector("milepost-widget") ?? {}, { getToken: latest });
  });
  await setFunction(page, eves);
  await expect(widget.reward(eve.reward)).toBeVisible();
  await expect(widget.reward(ada.reward)).toHaveCount(0);
  expect([posted(), await asks()]).toEqual([1, 7]);

  // Signed out: nothing of the member stays.
  await setFunction(page, null);
  await expect(widget.frame.getByText(english.signIn)).toBeVisible();
  await expect(widget.reward(eve.reward)).toHaveCount(0);
  expect(posted()).toBe(2);
});

test("a `getToken` that is set while the document is on its way is asked once it stands", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const token = await api.tokenOf(story.externalId);
  const widget = new EmbeddedWidget(page);
  await widget.prepare();
  const posted = posts(page);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const opened = page.waitForRequest("**/widget/**");
  await page.route("**/widget/**", async (route) => {
    await held;
    await route.continue();
  });
  const element = `<milepost-widget program="${await api.programId()}"></milepost-widget>`;
  await page.goto(shop.strictPage(`${element}<script async src="${SERVER()}/embed.js"></script>`, SERVER()), {
    waitUntil: "commit",
  });
  await opened;
  await setFunction(page, token);
  await setFunction(page, token);
  letGo();
  await expect(widget.reward(story.reward)).toBeVisible();
  expect(posted()).toBe(1);
});

/** A member with a code that ends in three and a half days. */
async function memberWithCode(api: ProgramApi, languageCode: string) {
  const story = await tellStory(api, { languageCode });
  const rewardExpiryAt = new Date(Date.now() + 3.5 * 86_400_000).toISOString();
  await api.update("reward_log", story.rewardId, { couponCode: `CODE-${languageCode}`, rewardExpiryAt });
  return { ...story, token: await api.tokenOf(story.externalId) };
}

test("a token in the fragment brings its member's words too, and so does a later one, removed as well", async ({
  page,
  api,
  shop,
  context,
}) => {
  const [anna, mary] = [await memberWithCode(api, "de"), await memberWithCode(api, "en")];
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const url = `${SERVER()}/widget/${await api.programId()}`;
  const iframe = (token: string) =>
    `<iframe title="Rewards" allow="clipboard-write" src="${url}#token=${token}"></iframe>`;
  await page.goto(shop.strictPage(iframe(anna.token), SERVER()));
  const frame = page.frameLocator("iframe");
  const left = frame.locator("[data-until]");
  await expect(left).toHaveText(german.left.replace("{when}", "in 3 Tagen"));
  await frame.getByRole("button", { name: german.copy }).click();
  await expect(frame.getByRole("button", { name: german.copied })).toBeVisible();
  await expect(frame.getByRole("status")).toHaveText(german.copied);

  await page.evaluate(
    (src) => Object.assign(document.querySelector("iframe") ?? {}, { src }),
    `${url}#token=${mary.token}`,
  );
  await expect(frame.getByRole("heading", { name: mary.reward })).toBeVisible();
  await expect(left).toHaveText(english.left.replace("{when}", "in 3 days"));
  const inside = page.frames().find((candidate) => candidate.url().includes("/widget/"));
  expect(await inside?.evaluate(() => location.href)).toBe(url);
});
