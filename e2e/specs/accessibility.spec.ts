import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";

/** What axe finds that keeps people out. */
async function barriers(page: Page): Promise<string[]> {
  // The preview's frame runs no script, axe's neither; the same document is looked into under "widget".
  const { violations, passes } = await new AxeBuilder({ page }).exclude("iframe[sandbox]").analyze();
  // A page that axe could not look into has no violations either.
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["color-contrast", "html-has-lang"]));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Every page of the console, and what it shows once it is there: a new one adds its line. */
const CONSOLE_PAGES = [
  { path: "/streaks", shows: "table" },
  { path: "/streaks?q=no-streak-is-called-so", shows: "heading" },
  { path: "/streaks/new", shows: "radiogroup" },
  { path: "/challenges", shows: "table" },
  { path: "/challenges/new", shows: "radiogroup" },
  { path: "/milestones", shows: "table" },
  { path: "/reward-logs", shows: "table" },
  { path: "/settings", shows: "table" },
  { path: "/settings?new=key", shows: "dialog" },
] as const;

const DIRECTIONS = { en: "ltr", ar: "rtl" };

for (const colorScheme of ["light", "dark"] as const)
  for (const [locale, direction] of Object.entries(DIRECTIONS)) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme });

      test("sign-in", async ({ page, chooseLocale }) => {
        await chooseLocale(locale);
        await page.goto("/sign-in");
        await expect(page.locator("html")).toHaveAttribute("dir", direction);
        expect(await barriers(page)).toEqual([]);
      });

      for (const { path, shows } of CONSOLE_PAGES)
        test(`console ${path}`, async ({ ownerPage, chooseLocale }) => {
          await chooseLocale(locale);
          await ownerPage.goto(path);
          await expect(ownerPage.locator("html")).toHaveAttribute("dir", direction);
          await expect(ownerPage.getByRole(shows).first()).toBeVisible();
          expect(await barriers(ownerPage)).toEqual([]);
        });

      test("command palette", async ({ ownerPage, chooseLocale }) => {
        await chooseLocale(locale);
        await ownerPage.goto("/streaks");
        const shell = new ConsoleShell(ownerPage);
        await shell.openPalette();
        await expect(ownerPage.getByRole("dialog").getByRole("menuitem").first()).toBeVisible();
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
  }

for (const width of [320, 375])
  test(`nothing sticks out at ${width} px`, async ({ ownerPage, api, shop }) => {
    const overflow = () =>
      ownerPage.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await ownerPage.setViewportSize({ width, height: 800 });
    for (const { path, shows } of CONSOLE_PAGES) {
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
