import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { EmbeddedWidget, loaderTag } from "../pages/embedded-widget";
import { tellStory } from "../widget-story";

const SERVER = () => process.env["MILEPOST_E2E_URL"] ?? "";

/** Every address that the page and its frames ask for. */
function addresses(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(`${request.method()} ${request.url()}`));
  return seen;
}

test.describe('`<script async src="…/embed.js" data-program="…"></script>` and `<milepost-widget>` (custom element, works in any framework), or a plain iframe.', () => {
  test("the script's tag", async ({ page, api, shop }) => {
    const story = await tellStory(api);
    const widget = new EmbeddedWidget(page);
    await widget.prepare(await api.tokenOf(story.externalId));
    await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
    await expect(widget.reward(story.reward)).toContainText("Your code is on its way.");
  });

  test("the element, whose property a framework may set before or after", async ({ page, api, shop }) => {
    const story = await tellStory(api);
    const widget = new EmbeddedWidget(page);
    await widget.prepare(await api.tokenOf(story.externalId));
    const element = `<milepost-widget program="${await api.programId()}" language="de"></milepost-widget>`;
    await page.goto(shop.strictPage(`${element}<script async src="${SERVER()}/embed.js"></script>`, SERVER()));
    await expect(widget.frame.getByText("Melde dich im Shop an")).toBeVisible();
    await page.evaluate(() => {
      const { shopToken } = window as unknown as { shopToken: () => Promise<string> };
      Object.assign(document.querySelector("milepost-widget") ?? {}, { getToken: shopToken });
    });
    await expect(widget.reward(story.reward)).toContainText("Dein Code ist unterwegs.");
    await page.evaluate(() => document.querySelector("milepost-widget")?.remove());
    await expect(page.locator("iframe")).toHaveCount(0);
  });

  test("a plain iframe, whose fragment's token is removed at once", async ({ page, api, shop }) => {
    const story = await tellStory(api);
    const token = await api.tokenOf(story.externalId);
    const asked = addresses(page);
    const url = `${SERVER()}/widget/${await api.programId()}`;
    await page.goto(shop.strictPage(`<iframe title="Rewards" src="${url}#token=${token}"></iframe>`, SERVER()));
    await expect(page.frameLocator("iframe").getByRole("heading", { name: story.reward })).toBeAttached();
    const frame = page.frames().find((candidate) => candidate.url().includes("/widget/"));
    expect(await frame?.evaluate(() => location.href)).toBe(url);
    expect(asked.filter((address) => address.replace(/#.*/, "").includes(token))).toEqual([]);
  });
});

test("The loader opens `/widget/{programId}?languageCode=…` by posting the token from a hidden form into the iframe (field `token`), so the member's page arrives rendered, in one round trip, and the token is in no URL", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const token = await api.tokenOf(story.externalId);
  const widget = new EmbeddedWidget(page);
  await widget.prepare(token);
  const asked = addresses(page);
  const program = await api.programId();
  const posted = page.waitForResponse((response) => response.url().includes("/widget/"));
  const tag = loaderTag(SERVER(), program, 'data-get-token="shopToken" data-language="pt"');
  await page.goto(shop.strictPage(tag, SERVER()));
  const response = await posted;
  expect(response.request().method()).toBe("POST");
  expect(response.url()).toBe(`${SERVER()}/widget/${program}?languageCode=pt`);
  expect(await response.text()).toContain(story.reward);
  await expect(widget.reward(story.reward)).toBeVisible();
  expect(asked.filter((address) => address.includes(token.split(".")[1] ?? ""))).toEqual([]);
});

test("`getToken()` from the page, asked again 60 s before expiry, renewed without reload by postMessage; never in a query, never stored.", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const widget = new EmbeddedWidget(page);
  const [first, second] = [await api.tokenOf(story.externalId, 600), await api.tokenOf(story.externalId, 900)];
  await widget.prepare(first, second);
  await page.clock.install();
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  await expect(widget.reward(story.reward)).toBeVisible();
  await expect.poll(async () => (await widget.told("ready")).length).toBe(1);
  await widget.document().evaluate(() => Object.assign(window, { same: true }));

  // Each look at the server takes a moment of the real clock; none of these asks the page for a token.
  await page.clock.runFor(530_000);
  expect(widget.asked).toBe(1);
  const renewed = page.waitForRequest((request) => request.headers()["x-enduser-access-token"] === second);
  await page.clock.runFor(15_000);
  expect(widget.asked).toBe(2);
  expect((await renewed).url()).not.toContain("token");
  await expect.poll(async () => (await widget.told("ready")).length).toBe(2);
  expect(await widget.document().evaluate(() => "same" in window)).toBe(true);
  const kept = await widget.document().evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, 0, ""]);
});

test("Versioned messages with exact origin, source and id checks both ways: ready, resize, progress, reward, copy, error, tokenExpired.", async ({
  page,
  api,
  shop,
  context,
}) => {
  const story = await tellStory(api);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const widget = new EmbeddedWidget(page);
  await widget.prepare(await api.tokenOf(story.externalId, 600), null);
  await page.clock.install();
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  const card = widget.reward(story.reward);
  await expect(card).toBeVisible();
  await expect.poll(() => widget.told("ready")).toMatchObject([{ expiresIn: expect.any(Number) }]);
  await expect.poll(() => widget.told("resize")).not.toEqual([]);
  const campaign = { id: story.streakId, value: 1 };
  await expect.poll(() => widget.told("progress")).toMatchObject([{ campaigns: expect.arrayContaining([campaign]) }]);

  await api.update("reward_log", story.rewardId, { couponCode: "CODE-7" });
  await page.clock.runFor(8_000);
  await expect.poll(() => widget.told("reward")).toEqual([{ reward: story.rewardId, state: "issued" }]);
  await card.getByRole("button", { name: "Copy" }).click();
  await expect.poll(() => widget.told("copy")).toEqual([{ reward: story.rewardId }]);

  await page.route("**/widget/**", (route) => route.abort());
  await page.clock.runFor(8_000);
  await expect.poll(() => widget.told("error")).toEqual([{ code: "offline" }]);
  await page.unroute("**/widget/**");
  await page.route("**/widget/**", async (route) => route.fulfill({ response: await route.fetch(), status: 401 }));
  await page.clock.runFor(15_000);
  await expect.poll(() => widget.told("tokenExpired")).toEqual([{}]);
  expect(JSON.stringify(await page.evaluate(() => window.told))).not.toContain("CODE-7");
});

test("Height follows content without loops (100 random changes settle in at most 2 messages each) and without inner scrollbars.", async ({
  page,
  api,
  shop,
}) => {
  const story = await tellStory(api);
  const widget = new EmbeddedWidget(page);
  await widget.prepare(await api.tokenOf(story.externalId));
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  await expect(widget.reward(story.reward)).toBeVisible();
  const measure = () =>
    widget.document().evaluate(async () => {
      // Two frames: one in which the change is laid out and told, one in which the answer would be.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      const { scrollHeight, clientHeight } = document.documentElement;
      return { body: Math.ceil(document.body.getBoundingClientRect().height), hidden: scrollHeight - clientHeight };
    });
  await expect.poll(measure).toMatchObject({ hidden: 0 });
  for (let change = 0; change < 100; change++) {
    const before = (await widget.told("resize")).length;
    await widget.document().evaluate((height) => {
      const known = document.getElementById("filler");
      const filler = known ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "filler" }));
      filler.style.height = `${height}px`;
    }, Math.random() * 2000);
    await expect.poll(async () => (await measure()).hidden).toBe(0);
    const { body } = await measure();
    expect(await widget.iframe.evaluate((iframe: HTMLElement) => iframe.offsetHeight)).toBe(body);
    expect((await widget.told("resize")).length - before).toBeLessThanOrEqual(2);
  }
});

test("`frame-ancestors` is the program's allowed origins, never `*`; the console can never be framed; the shop's strict CSP needs two documented lines.", async ({
  request,
  api,
}) => {
  const document = await request.get(`/widget/${await api.programId()}`);
  const policy = document.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/frame-ancestors 'self' http:\/\/localhost:\* http:\/\/127\.0\.0\.1:\*$/);
  expect(policy).not.toMatch(/\s\*(\s|;|$)/);
  for (const path of ["/sign-in", "/reward-logs"]) {
    const { "x-frame-options": frame, "content-security-policy": csp } = (await request.get(path)).headers();
    expect([frame, csp]).toEqual(["DENY", expect.stringContaining("frame-ancestors 'none'")]);
  }
});

test("a hostile parent sends every message type to no effect", async ({ page, api, shop }) => {
  const [mine, theirs] = [await tellStory(api), await tellStory(api)];
  const widget = new EmbeddedWidget(page);
  await widget.prepare(await api.tokenOf(mine.externalId));
  await page.goto(shop.strictPage(loaderTag(SERVER(), await api.programId()), SERVER()));
  await expect(widget.reward(mine.reward)).toBeVisible();
  const before = await widget.frame.locator("main").innerHTML();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["x-enduser-access-token"] === stolen) asked.push(request.url());
  });
  const stolen = await api.tokenOf(theirs.externalId);

  // The page itself, without the id; and a sibling frame, with an id that it heard of.
  const messages = ["token", "ready", "resize", "progress", "reward", "copy", "error", "tokenExpired", "__proto__"];
  await page.evaluate(
    ({ types, token }) => {
      const frame = document.querySelector<HTMLIFrameElement>("milepost-widget iframe");
      const id = frame?.name.replace("milepost-", "");
      const sibling = document.body.appendChild(document.createElement("iframe"));
      for (const type of types)
        for (const message of [
          { milepost: 1, id: "guess", type, token, height: 1e6 },
          { milepost: 2, id, type, token, height: 1e6 },
          { id, type, token },
          JSON.stringify({ milepost: 1, id, type, token }),
          null,
        ]) {
          frame?.contentWindow?.postMessage(message, "*");
          // As if it came from the frame: the loader must look at who sends.
          window.postMessage({ ...(typeof message === "object" ? message : {}), milepost: 1, id }, "*");
          const post = sibling.contentWindow as (Window & { Function: FunctionConstructor }) | null;
          if (post) Reflect.apply(post.parent.postMessage, window, [{ milepost: 1, id, type, height: 1e6 }, "*"]);
        }
    },
    { types: messages, token: stolen },
  );
  const height = await widget.iframe.evaluate((iframe: HTMLElement) => iframe.offsetHeight);
  expect(height).toBeLessThan(100_000);
  expect(asked).toEqual([]);
  expect(await widget.frame.locator("main").innerHTML()).toBe(before);
  await expect(widget.reward(theirs.reward)).toHaveCount(0);
});
