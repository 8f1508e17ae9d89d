import { cp } from "node:fs/promises";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { openShop, type Shop } from "./host/shop";
import { SignInPage } from "./pages/sign-in-page";
import { ProgramApi } from "./program-api";
import { startServer } from "./server";
import { ADMIN_EMAIL, ADMIN_PASSWORD, API_SECRET, BOOTSTRAP_SETTINGS } from "./settings";

type Cookies = Parameters<ReturnType<Page["context"]>["addCookies"]>[0];

interface TestFixtures {
  api: ProgramApi;
  /** A page of the owner, who is signed in. */
  ownerPage: Page;
  /** Opens a page of nobody, in a browser of its own; watched as `page` is, and closed at the end. */
  openStranger(): Promise<Page>;
  /** The locale of the console for this spec's pages. */
  chooseLocale(locale: string): Promise<void>;
}

interface WorkerFixtures {
  /** Where this worker's own server answers; also in MILEPOST_E2E_URL. */
  serverUrl: string;
  shop: Shop;
  ownerCookies: Cookies;
}

/** Errors that a browser only tells its console: what a policy blocked, and markup that did not fit. */
function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text()))
      errors.push(message.text());
  });
  return errors;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverUrl: [
    async ({ browserName: _ }, use, { workerIndex }) => {
      const demo = process.env["MILEPOST_E2E_DEMO"] ?? "";
      const dataDir = `${demo}-${workerIndex}`;
      await cp(demo, dataDir, { recursive: true });
      const server = await startServer({ ...BOOTSTRAP_SETTINGS, DATA_DIR: dataDir, DEMO: "1" });
      process.env["MILEPOST_E2E_URL"] = server.baseUrl;
      await use(server.baseUrl);
      await server.stop();
    },
    { scope: "worker", auto: true, timeout: 180_000 },
  ],

  baseURL: ({ serverUrl }, use) => use(serverUrl),

  page: async ({ page }, use) => {
    const errors = watchConsole(page);
    await use(page);
    expect(errors).toEqual([]);
  },

  api: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { "x-api-key": API_SECRET } });
    await use(new ProgramApi(request));
    await request.dispose();
  },

  shop: [
    async ({ browserName: _ }, use) => {
      const shop = await openShop();
      await use(shop);
      await shop.close();
    },
    { scope: "worker" },
  ],

  // Signing in is throttled, so that it is done once and its cookies serve all specs.
  ownerCookies: [
    async ({ browser, serverUrl }, use) => {
      const context = await browser.newContext({ baseURL: serverUrl });
      const signIn = new SignInPage(await context.newPage());
      await signIn.open();
      await signIn.signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
      await signIn.page.waitForURL((url) => url.pathname === "/");
      const cookies = await context.cookies();
      await context.close();
      await use(cookies);
    },
    { scope: "worker" },
  ],

  ownerPage: async ({ page, ownerCookies }, use) => {
    await page.context().addCookies(ownerCookies);
    await use(page);
  },

  openStranger: async ({ browser, baseURL }, use) => {
    const errors: string[][] = [];
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL });
      contexts.push(context);
      const page = await context.newPage();
      errors.push(watchConsole(page));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(errors.flat()).toEqual([]);
  },

  chooseLocale: async ({ page, baseURL }, use) => {
    await use((locale) => page.context().addCookies([{ name: "milepost.locale", value: locale, url: baseURL ?? "" }]));
  },
});

export { expect };
