import type { Frame, FrameLocator, Locator, Page } from "@playwright/test";

declare global {
  interface Window {
    told: { type: string; detail: Record<string, unknown> }[];
  }
}

const TYPES = ["ready", "resize", "progress", "reward", "copy", "error", "tokenExpired"];

/** A shop's page with the loader in it: what the widget shows, and what it tells the page. */
export class EmbeddedWidget {
  readonly frame: FrameLocator;
  readonly iframe: Locator;
  /** The tokens that the page gives out, one for each time it is asked; the last one again and again. */
  readonly tokens: (string | null)[] = [];
  asked = 0;

  constructor(readonly page: Page) {
    this.iframe = page.locator("milepost-widget iframe");
    this.frame = page.frameLocator("milepost-widget iframe");
  }

  /** Gives the page its `shopToken()`, and has it remember what the widget tells. */
  async prepare(...tokens: (string | null)[]): Promise<void> {
    this.tokens.push(...tokens);
    await this.page.exposeFunction(
      "shopToken",
      () => this.tokens[Math.min(this.asked++, this.tokens.length - 1)] ?? null,
    );
    await this.page.addInitScript((types) => {
      window.told = [];
      for (const type of types)
        document.addEventListener(`milepost:${type}`, (event) => {
          window.told.push({ type, detail: (event as CustomEvent<Record<string, unknown>>).detail });
        });
    }, TYPES);
  }

  /** The details of all messages of a type, in order. */
  async told(type: string): Promise<Record<string, unknown>[]> {
    const all = await this.page.evaluate(() => window.told);
    return all.filter((message) => message.type === type).map(({ detail }) => detail);
  }

  reward(title: string): Locator {
    return this.frame.getByRole("listitem").filter({ has: this.frame.getByRole("heading", { name: title }) });
  }

  /** The document's own frame, for looking at what no reader sees. */
  document(): Frame {
    const found = this.page.frames().find((frame) => frame.url().includes("/widget/"));
    if (!found) throw new Error("there is no widget on the page");
    return found;
  }
}

/** The markup of docs/embed.md. */
export function loaderTag(server: string, program: string, attributes = 'data-get-token="shopToken"'): string {
  return `<script async src="${server}/embed.js" data-program="${program}" ${attributes}></script>`;
}
