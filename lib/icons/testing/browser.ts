import { createServer, type Server } from "node:http";
import { type Browser, chromium, type Page } from "playwright";

/** How long a page may take to load, on a busy machine too; what hangs longer is a result of its own. */
const LOAD_MS = 10_000;
/** How long is waited for what comes after loading. */
const SETTLE_MS = 300;
const CLOSE_MS = 3000;

const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];

interface Served {
  contentType: string;
  body: Uint8Array | string;
}

/** What an image did in a page: nothing guards it but the browser itself. */
export interface Observed {
  dialogs: number;
  /** Addresses asked for that are not the page's own. */
  outsideRequests: number;
  navigatedAway: number;
  outcome: string;
}

/** A Chromium, and a server on 127.0.0.1 that is the only thing that it can reach. */
export class TestBrowser {
  readonly #server: Server;
  readonly #files = new Map<string, Served>();
  #browser: Promise<Browser> | null = null;
  #next = 0;
  base = "";

  constructor() {
    this.#server = createServer((request, response) => {
      const served = this.#files.get(request.url ?? "");
      if (!served) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": served.contentType }).end(served.body);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address !== "object" || !address) throw new Error("the server has no port");
    this.base = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    const browser = await this.#browser;
    await atMost(CLOSE_MS, browser?.close());
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Puts a file at an address of its own. */
  serve(contentType: string, body: Uint8Array | string): string {
    const path = `/${this.#next++}`;
    this.#files.set(path, { contentType, body });
    return `${this.base}${path}`;
  }

  /** Lets `use` have a page; what it hangs on ends with its browser, and the next page gets a new one. */
  async withPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
    this.#browser ??= chromium.launch({ executablePath: process.env["PLAYWRIGHT_CHROMIUM"], args: FLAGS });
    const started = this.#browser;
    const browser = await started;
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    try {
      return await use(await context.newPage());
    } finally {
      const closed = await atMost(CLOSE_MS, context.close());
      if (!closed && this.#browser === started) {
        this.#browser = null;
        await atMost(CLOSE_MS, browser.close());
      }
    }
  }

  /** Opens an address, clicks into it if asked to, and counts what comes of it. Nothing outside is ever reached. */
  observe(url: string, own: readonly string[], click: boolean): Promise<Observed> {
    return this.withPage(async (page) => {
      const outside = new Set<string>();
      let dialogs = 0;
      page.on("dialog", (dialog) => {
        dialogs++;
        void dialog.dismiss().catch(() => {});
      });
      await page.route("**", (route) => {
        const asked = route.request().url();
        if (own.includes(asked)) return route.continue();
        if (!asked.endsWith("/favicon.ico")) outside.add(asked);
        return route.abort();
      });
      const outcome = await load(page, url, click);
      const navigatedAway = page.url().startsWith(this.base) ? 0 : 1;
      return { dialogs, outsideRequests: outside.size, navigatedAway, outcome };
    });
  }
}

async function load(page: Page, url: string, click: boolean): Promise<string> {
  try {
    await page.goto(url, { timeout: LOAD_MS, waitUntil: "load" });
    const acted = await atMost(LOAD_MS, click ? page.mouse.click(60, 60) : Promise.resolve());
    if (!acted) return "timeout";
    await page.waitForTimeout(SETTLE_MS);
    return "ok";
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") return "timeout";
    throw error;
  }
}

/** Whether something ended in time. What it throws is no matter: it is over. */
async function atMost(ms: number, promise: Promise<unknown> | undefined): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const ended = Promise.resolve(promise).then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, late]);
  clearTimeout(timer);
  return inTime;
}
