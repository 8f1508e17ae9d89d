import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { CORPORA_DIR, hasCorpora } from "@/scripts/corpora";
import { expect, test } from "../fixtures";
import { ProgramApi } from "../program-api";
import { startServer } from "../server";
import { API_SECRET, BOOTSTRAP_SETTINGS, WIDGET_SECRET } from "../settings";
import { tellStory } from "../widget-story";

const SERVER = () => process.env["MILEPOST_E2E_URL"] ?? "";
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test.describe("swapped, expired, replayed-after-revocation and alg=none tokens show nothing of another member", () => {
  test("by form and by header", async ({ api, request }) => {
    const story = await tellStory(api);
    const program = await api.programId();
    const claims = {
      sub: program,
      exp: Math.floor(Date.now() / 1000) + 600,
      userData: { externalId: story.externalId },
    };
    const good = await api.tokenOf(story.externalId);
    const [head, , signature] = good.split(".");
    const tokens = {
      good,
      none: `${encode({ alg: "none" })}.${encode(claims)}.`,
      noneWithSignature: `${encode({ alg: "None", typ: "JWT" })}.${encode(claims)}.${signature}`,
      swappedMember: `${head}.${encode({ ...claims, userData: { externalId: "demo-ada" } })}.${signature}`,
      swappedProgram: await api.tokenOf(story.externalId, 600, {}, randomUUID()),
      expired: await api.tokenOf(story.externalId, -5),
      tooLong: await api.tokenOf(story.externalId, 7200),
    };
    const url = `${SERVER()}/widget/${program}`;
    for (const [name, token] of Object.entries(tokens)) {
      const ways = [
        await request.post(url, { form: { token } }),
        await request.get(url, { headers: { "x-enduser-access-token": token } }),
      ];
      for (const answer of ways) {
        const text = await answer.text();
        const seen = { status: answer.status(), points: text.includes('class="balance"'), token: text.includes(token) };
        expect(seen, name).toEqual({
          status: name === "good" ? 200 : 401,
          points: name === "good",
          token: name === "good",
        });
      }
    }
    // What a good token's state is called opens nothing to a bad one.
    const etag = (await request.post(url, { form: { token: good } })).headers()["etag"] ?? "";
    const headers = { "x-enduser-access-token": tokens.expired, "if-none-match": etag };
    expect((await request.get(url, { headers })).status()).toBe(401);
    expect((await request.get(url, { headers: { ...headers, "x-enduser-access-token": good } })).status()).toBe(304);
    const celebrations = { data: { ids: [story.rewardId] }, headers: { "x-enduser-access-token": tokens.none } };
    expect((await request.post(`${url}/celebrations`, celebrations)).status()).toBe(401);
  });

  test("after the program's secret was changed", async ({ playwright }) => {
    // It starts two servers, one after the other.
    test.slow();
    const dataDir = await mkdtemp(join(tmpdir(), "milepost-revoked-"));
    const settings = { ...BOOTSTRAP_SETTINGS, DATA_DIR: dataDir, DEMO: "0" };
    const statusWith = async (secret: string, token: string | null) => {
      const server = await startServer({ ...settings, BOOTSTRAP_WIDGET_SECRET: secret });
      const request = await playwright.request.newContext({
        baseURL: server.baseUrl,
        extraHTTPHeaders: { "x-api-key": API_SECRET },
      });
      const api = new ProgramApi(request);
      const sent = token ?? (await api.tokenOf("ada"));
      const answer = await request.post(`/widget/${await api.programId()}`, { form: { token: sent } });
      await request.dispose();
      await server.stop();
      return { status: answer.status(), token: sent };
    };
    try {
      const { status, token } = await statusWith(WIDGET_SECRET, null);
      expect(status).toBe(200);
      expect((await statusWith("another-widget-secret-0123456789", token)).status).toBe(401);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

test("corpora strings xss.json in every text field: 0 dialogs", async ({ page, api, shop }) => {
  test.skip(!hasCorpora());
  const strings = JSON.parse(readFileSync(join(CORPORA_DIR, "strings", "xss.json"), "utf8")) as string[];
  // In blocks, each as long as its field allows; none is left out.
  const storable = strings.filter((text) => !text.includes("\0") && text.isWellFormed());
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const short = (text: string, length: number) => [...text].slice(0, length).join("");
  const externalId = `xss-${randomUUID().slice(0, 8)}`;
  const texts = (at: number) => storable.slice(at, at + 4).map((text) => text || "x");
  const streak = await api.create("streak", {
    name: "xss",
    description: "xss",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 3,
    eudTitle: short(texts(0)[0] ?? "", 48),
    eudDescription: short(storable.join("\n"), 1024),
  });
  for (let at = 0; at < storable.length; at += 4) {
    const [title = "x", description = "x", reward = "x", instruction = "x"] = texts(at);
    await api.create("milestone", {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streak.id,
      name: "xss",
      description: "xss",
      milestoneTargetValue: 1,
      status: "live",
      eudTitle: short(title, 48),
      eudDescription: short(description, 1024),
      eudMilestoneRewardTitle: short(reward, 48),
      eudMilestoneRewardInstructionMessage: short(instruction.replaceAll("{{", "{ {").replaceAll("<<", "< <"), 1024),
      translations: { fr: { eudTitle: short(description, 48), eudDescription: short(title, 1024) } },
    });
    if (at >= 196) break;
  }
  const log = await api.create("streak_log", {
    streakId: streak.id,
    ownedBy: { externalId, displayName: short(texts(0)[1] ?? "x", 256) },
    activityAt: new Date().toISOString(),
    activityId: "x",
    uniqueIdentifier: externalId,
  });
  const rewards = log["achievedMilestoneRewardLogs"] as { id: string }[];
  for (const [position, { id }] of rewards.entries())
    await api.update("reward_log", id, { couponCode: short(storable[position * 2] || "x", 256) });
  const url = `${SERVER()}/widget/${await api.programId()}`;
  for (const language of ["en", "fr", short(texts(0)[0] ?? "", 40)]) {
    await page.goto(
      shop.pageWith({
        url: `${url}?languageCode=${encodeURIComponent(language)}`,
        token: await api.tokenOf(externalId),
      }),
    );
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("[data-reward]")).toHaveCount(rewards.length);
    await expect(
      frame.locator("main script, main img, main iframe, main [onerror], main [onclick], main a"),
    ).toHaveCount(0);
  }
  expect(dialogs).toBe(0);
  await api.update("streak", streak.id, { status: "paused" });
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe 0 serious or critical; keyboard only", async ({ page, api, shop }) => {
      const story = await tellStory(api);
      await api.update("reward_log", story.rewardId, {
        couponCode: "KEYS",
        rewardExpiryAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const url = `${SERVER()}/widget/${await api.programId()}`;
      for (const token of [await api.tokenOf(story.externalId), await api.tokenOf("demo-lena"), undefined]) {
        await page.goto(shop.pageWith({ url, ...(token ? { token } : {}) }));
        const frame = page.frameLocator("iframe");
        await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
        for (const summary of await frame.locator("summary").all()) {
          await summary.focus();
          await page.keyboard.press("Enter");
        }
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      }

      await page.goto(shop.pageWith({ url, token: await api.tokenOf(story.externalId) }));
      const focused = () =>
        page
          .frames()
          .at(-1)
          ?.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
      await expect(page.frameLocator("iframe").getByText("KEYS", { exact: true })).toBeVisible();
      const order: (string | undefined)[] = [];
      for (let press = 0; press < 3; press++) {
        await page.keyboard.press("Tab");
        order.push(await focused());
      }
      expect(order).toEqual(expect.arrayContaining(["BUTTON Copy", "SUMMARY Latest points"]));
    });
  });
