import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import type { ProgramApi } from "../program-api";

// The preview's frame runs no script, axe's neither; the same document is looked into under "widget".
const UNSEEN = "iframe[sandbox]";
const SEEN = `iframe:not(${UNSEEN})`;

/** Waits until no colour is on its way to another. */
function settle(root: Locator): Promise<void> {
  return root.evaluate(async ({ ownerDocument }) => {
    const moving = ownerDocument.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** What axe finds that keeps people out. A scheme changes colours alone: the rest is looked into once, in the light. */
async function barriers(page: Page): Promise<string[]> {
  // Of what passes no more than one place each is told: naming all takes longer than looking.
  const builder = () => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).exclude(UNSEEN);
  // Putting the findings of several frames together opens a page of its own, each time.
  const alone = (await page.locator(SEEN).count()) === 0;
  const axe = () => builder().setLegacyMode(alone);
  await show(page, "light");
  const light = await axe().analyze();
  await show(page, "dark");
  const dark = await axe().withRules(["color-contrast", "link-in-text-block"]).analyze();
  // A page that axe could not look into has no violations either.
  expect(light.passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["color-contrast", "html-has-lang"]));
  expect(dark.passes.map(({ id }) => id)).toContain("color-contrast");
  return Object.entries({ light, dark }).flatMap(([scheme, { violations }]) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${scheme}, ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  );
}

async function show(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const frames = await page.locator(SEEN).all();
  const roots = [page, ...frames.map((frame) => frame.contentFrame())].map((seen) => seen.locator(":root"));
  await Promise.all(roots.map(settle));
}

/** Every page of the console, and what it shows once it is there: a new one adds its line. */
const CONSOLE_PAGES = [
  { path: "/", shows: "heading" },
  { path: "/streaks", shows: "table" },
  { path: "/streaks?q=no-streak-is-called-so", shows: "heading" },
  { path: "/streaks/new", shows: "radiogroup" },
  { path: "/challenges", shows: "table" },
  { path: "/challenges/new", shows: "radiogroup" },
  { path: "/milestones", shows: "table" },
  { path: "/reward-logs", shows: "table" },
  { path: "/reward-logs/codes", shows: "group" },
  { path: "/translations", shows: "heading" },
  { path: "/translations?language=ar", shows: "textbox" },
  { path: "/translations/import?language=ar", shows: "button" },
  { path: "/reward-logs?state=redeemed&from=2099-01-01", shows: "heading" },
  { path: "/members", shows: "table" },
  { path: "/members/new", shows: "textbox" },
  { path: "/points", shows: "table" },
  { path: "/points?new=rule", shows: "dialog" },
  { path: "/points/ledger", shows: "table" },
  { path: "/settings", shows: "table" },
  { path: "/settings?new=key", shows: "dialog" },
  { path: "/settings/team", shows: "table" },
  { path: "/settings/team?new=invite", shows: "dialog" },
  { path: "/audit", shows: "table" },
] as const;

/** The report of a streak of the demo. */
async function reportPath(api: ProgramApi): Promise<string> {
  const [streak] = await api.list("streak", { fieldSlug: "name", operator: "eq", value: "3-day spend streak" });
  return `/streaks/${streak?.id}/report?range=90d`;
}

const MOST_TABS = 150;
const DIRECTIONS = { en: "ltr", ar: "rtl" };

/** Presses Tab until the focus is there; a round through the whole page does not get past it unseen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${target}`);
}

test.describe("320 px to wide; keyboard alone for everything; axe: 0 serious or critical on every page, light and dark, left-to-right and right-to-left.", () => {
  for (const [locale, direction] of Object.entries(DIRECTIONS))
    test.describe(locale, () => {
      test.beforeEach(({ chooseLocale }) => chooseLocale(locale));

      test("sign-in, and an invite that does not work", async ({ page }) => {
        for (const path of ["/sign-in", "/invite?token=none"]) {
          await page.goto(path);
          await expect(page.locator("html")).toHaveAttribute("dir", direction);
          expect(await barriers(page)).toEqual([]);
        }
      });

      // In one browser, whose cache holds the scripts that all of them share.
      test("console", async ({ ownerPage, api }) => {
        test.setTimeout(CONSOLE_PAGES.length * 30_000);
        const [member] = await api.list("member", { fieldSlug: "externalId", operator: "eq", value: "demo-lena" });
        const [run] = await api.list("streak_progress", { fieldSlug: "ownedById", operator: "eq", value: member?.id });
        const ofMember = [
          { path: `/members/${member?.id}`, shows: "table" },
          { path: `/members/${member?.id}/streaks/${run?.id}`, shows: "listitem" },
          { path: `/members/${member?.id}/edit`, shows: "textbox" },
        ] as const;
        for (const { path, shows } of [...CONSOLE_PAGES, ...ofMember]) {
          await ownerPage.goto(path);
          await expect(ownerPage.locator("html")).toHaveAttribute("dir", direction);
          await expect(ownerPage.getByRole(shows).first()).toBeVisible();
          expect.soft(await barriers(ownerPage), path).toEqual([]);
        }
      });

      test("command palette", async ({ ownerPage }) => {
        await ownerPage.goto("/streaks");
        const shell = new ConsoleShell(ownerPage);
        await shell.openPalette();
        await expect(ownerPage.getByRole("dialog").getByRole("menuitem").first()).toBeVisible();
        expect(await barriers(ownerPage)).toEqual([]);
      });

      test("console: a report with its tables", async ({ ownerPage, api }) => {
        await ownerPage.goto(await reportPath(api));
        await expect(ownerPage.getByRole("img").first()).toBeVisible();
        for (const summary of await ownerPage.locator("summary").all()) await summary.click();
        await expect(ownerPage.getByRole("table")).toHaveCount(2);
        expect(await barriers(ownerPage)).toEqual([]);
      });

      test("console: one change for many rewards", async ({ ownerPage }) => {
        await ownerPage.goto("/reward-logs");
        const selected = ownerPage.getByRole("checkbox", { checked: true });
        await ownerPage.getByRole("table").getByRole("checkbox").first().check();
        await expect(selected.first()).toBeVisible();
        await ownerPage.locator("[aria-live=polite]").getByRole("button").last().click();
        await expect(ownerPage.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
        expect(await barriers(ownerPage)).toEqual([]);
      });

      test("widget", async ({ page, api, shop }) => {
        const url = `${process.env["MILEPOST_E2E_URL"]}/widget/${await api.programId()}?languageCode=${locale}`;
        await page.goto(shop.pageWith({ url, token: await api.tokenOf("demo-lena") }));
        const widget = page.frameLocator("iframe");
        await expect(widget.locator("html")).toHaveAttribute("dir", direction);
        await expect(widget.getByRole("listitem").first()).toBeVisible();
        expect(await barriers(page)).toEqual([]);
      });
    });

  for (const width of [320, 375])
    test(`nothing sticks out at ${width} px`, async ({ ownerPage, api, shop }) => {
      const overflow = () =>
        ownerPage.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await ownerPage.setViewportSize({ width, height: 800 });
      for (const { path, shows } of [...CONSOLE_PAGES, { path: await reportPath(api), shows: "img" as const }]) {
        await ownerPage.goto(path);
        await expect(ownerPage.getByRole(shows).first()).toBeVisible();
        expect(await overflow()).toBe(0);
      }

      const url = `${process.env["MILEPOST_E2E_URL"]}/widget/${await api.programId()}`;
      await ownerPage.goto(shop.pageWith({ url, token: await api.tokenOf("demo-lena") }));
      const widget = ownerPage.frameLocator("iframe").locator("html");
      await expect(widget).toHaveAttribute("dir", "ltr");
      expect(await widget.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
    });

  test("by keyboard alone: skip to the content, open a section, a filter, a dialog and a menu, and leave them", async ({
    ownerPage,
  }) => {
    const { keyboard } = ownerPage;
    const focused = ownerPage.locator(":focus");
    await ownerPage.goto("/");
    await keyboard.press("Tab");
    await expect(focused).toHaveText("Skip to content");
    await keyboard.press("Enter");
    await expect(ownerPage.getByRole("main")).toBeFocused();

    await ownerPage.goto("/");
    const streaks = ownerPage.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Streaks" });
    await tabTo(ownerPage, streaks);
    await keyboard.press("Enter");
    await ownerPage.waitForURL("/streaks");

    await tabTo(ownerPage, ownerPage.getByRole("radio", { name: "All", exact: true }));
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect(ownerPage).toHaveURL("/streaks?status=draft");

    await ownerPage.goto("/settings");
    await tabTo(ownerPage, ownerPage.getByRole("button", { name: "New key" }));
    await keyboard.press("Enter");
    const dialog = ownerPage.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(ownerPage.getByRole("button", { name: "New key" })).toBeFocused();

    await tabTo(ownerPage, ownerPage.getByRole("button", { name: "Account" }));
    await keyboard.press("Enter");
    await expect(ownerPage.getByRole("menuitem").first()).toBeFocused();
    await keyboard.press("Escape");
    await expect(ownerPage.getByRole("menu")).toHaveCount(0);
  });
});
