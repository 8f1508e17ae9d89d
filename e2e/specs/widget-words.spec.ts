import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import type { ProgramApi } from "../program-api";
import { tellStory } from "../widget-story";

const SERVER = () => process.env["MILEPOST_E2E_URL"] ?? "";
const LOCALES = readdirSync("messages/widget").map((file) => file.replace(".json", ""));
const RIGHT_TO_LEFT = ["ar", "he"];

/** Texts that stick out of the window, or that something hides a part of. */
function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page"] : [];
    const texts = [...document.querySelectorAll<HTMLElement>("main *")].filter(
      (element) => !element.closest(".sr, svg") && [...element.childNodes].some((node) => node.nodeType === 3),
    );
    const out = texts.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const hides = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth;
      return width > 0 && (left < 0 || right > innerWidth + 0.5 || hides);
    });
    return [...wide, ...out.map((element) => element.textContent ?? "")];
  });
}

/** The member's document in a locale, with all that is folded away open. */
async function show(page: Page, api: ProgramApi, form: { token: string }, locale: string) {
  const url = `${SERVER()}/widget/${await api.programId()}?languageCode=${locale}`;
  const answer = await page.request.post(url, { form });
  await page.setContent(await answer.text());
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

test.describe("No text is clipped at 320 px in any locale (checked in the browser).", () => {
  test.use({ viewport: { width: 320, height: 700 } });

  for (const locale of LOCALES)
    test(locale, async ({ page, api }) => {
      await show(page, api, { token: await api.tokenOf("demo-lena") }, locale);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("html")).toHaveAttribute("dir", RIGHT_TO_LEFT.includes(locale) ? "rtl" : "ltr");
      expect(await clippedTexts(page)).toEqual([]);
    });

  test("one pseudo-locale (+40 %)", async ({ page, api }) => {
    await show(page, api, { token: await api.tokenOf("demo-lena") }, "en");
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.nodeValue ?? "";
        if (text.trim().length > 1)
          walker.currentNode.nodeValue = `[${text}${"ö".repeat(Math.ceil(text.length * 0.4))}]`;
      }
    });
    expect(await clippedTexts(page)).toEqual([]);
  });
});

test("Right-to-left mirrors all but codes and numbers.", async ({ page, api }) => {
  const { externalId, rewardId } = await tellStory(api);
  await api.update("reward_log", rewardId, { couponCode: "SUMMER-10 OFF" });
  const token = await api.tokenOf(externalId);
  /** Whether the first of two stands to the left of the second. */
  const isLeft = async (first: string, second: string) => {
    const [one, two] = await Promise.all(
      [first, second].map((selector) => page.locator(selector).first().boundingBox()),
    );
    return (one?.x ?? 0) < (two?.x ?? 0);
  };
  const ticket = `[data-reward="${rewardId}"]`;
  const mirrored = [
    ["h1", ".balance"],
    [`${ticket} .tile`, `${ticket} h3`],
    [`${ticket} code`, `${ticket} button`],
    [".strip li:first-child", ".strip li:last-child"],
    [".rung .node", ".rung .ends"],
  ] as const;
  for (const [locale, leftFirst] of [
    ["en", true],
    ["ar", false],
    ["he", false],
  ] as const) {
    await show(page, api, { token }, locale);
    for (const [first, second] of mirrored) expect(await isLeft(first, second), `${locale} ${first}`).toBe(leftFirst);
    // The letters of a code and the sign of a number stay where they are.
    await expect(page.locator(`${ticket} code`)).toHaveCSS("direction", "ltr");
    const gain = page.locator(".rung .gain [aria-hidden]").first();
    await expect(gain).toHaveCSS("direction", "ltr");
    await expect(gain).toHaveText(/^\+\d/);
  }
});

test("languageCode → token → browser → program default; each fragment that fell back carries its own lang and dir; a malformed code never errors.", async ({
  api,
  request,
}) => {
  const program = await api.programId();
  const { externalId } = await tellStory(api, { languageCode: "tr" });
  const languageOf = async (asked: string | null, token: string | null, browser: string) => {
    const url = `${SERVER()}/widget/${program}${asked === null ? "" : `?languageCode=${asked}`}`;
    const headers = { "accept-language": browser };
    const answer =
      token === null ? await request.get(url, { headers }) : await request.post(url, { headers, form: { token } });
    expect(answer.status()).toBe(200);
    return /<html lang="([^"]+)"/.exec(await answer.text())?.[1];
  };
  const plain = await api.tokenOf(externalId);
  const french = await api.tokenOf(externalId, 600, { languageCode: "fr" });
  expect(await languageOf("ja", french, "pl")).toBe("ja");
  expect(await languageOf(null, french, "pl")).toBe("fr");
  expect(await languageOf(null, plain, "pl")).toBe("tr");
  expect(await languageOf(null, null, "pl,de;q=0.5")).toBe("pl");
  expect(await languageOf(null, null, "")).toBe("en");
  for (const malformed of ["%25%25", "fr_FR", "a", "x".repeat(2000), "%F0%9F%92%A9", "..%2f"])
    expect(await languageOf(malformed, null, "de")).toBe("de");

  const hebrew = await request.get(`${SERVER()}/widget/${program}?languageCode=he`);
  expect(await hebrew.text()).toContain('<bdi lang="en" dir="ltr">Fitness ladder</bdi>');
});
