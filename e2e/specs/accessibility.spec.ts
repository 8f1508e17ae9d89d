import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** What axe finds that keeps people out. */
async function barriers(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  // A page that axe could not look into has no violations either.
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["color-contrast", "html-has-lang"]));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

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

      test("reward logs", async ({ ownerPage, chooseLocale }) => {
        await chooseLocale(locale);
        await ownerPage.goto("/reward-logs");
        await expect(ownerPage.locator("html")).toHaveAttribute("dir", direction);
        await expect(ownerPage.getByRole("table")).toBeVisible();
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
    await ownerPage.goto("/reward-logs");
    await expect(ownerPage.getByRole("table")).toBeVisible();
    expect(await overflow()).toBe(0);

    const url = `${process.env["MILEPOST_E2E_URL"]}/widget/${await api.programId()}`;
    await ownerPage.goto(shop.pageWith({ url, token: await api.tokenOf("demo-lena") }));
    const widget = ownerPage.frameLocator("iframe").locator("html");
    await expect(widget).toHaveAttribute("dir", "ltr");
    expect(await widget.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
  });
