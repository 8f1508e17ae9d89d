import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const pageAt = (name: string) => readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");

export interface Shop {
  /** Its origin, on which nothing of Milepost's is. */
  origin: string;
  /** The address of the shop's page with a widget in it; without a token its reader is a guest. */
  pageWith(widget: { url: string; token?: string }): string;
  /**
   * The address of a page with this markup in it, under the strictest policy that docs/embed.md allows for: nothing but
   * the loader and the frame of `server`.
   */
  strictPage(markup: string, server: string): string;
  close(): Promise<void>;
}

/** A customer's shop: pages on an origin of its own, which embed the widget with and without the loader. */
export async function openShop(): Promise<Shop> {
  const [byHand, strict] = await Promise.all([pageAt("shop.html"), pageAt("embed.html")]);
  const pages = new Map<string, { html: string; policy: string | null }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    const policy = page?.policy ? { "content-security-policy": page.policy } : {};
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...policy }).end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const add = (html: string, policy: string | null) => {
    const path = `/${pages.size + 1}`;
    pages.set(path, { html, policy });
    return `${origin}${path}`;
  };
  return {
    origin,
    pageWith: ({ url, token }) =>
      add(
        byHand.replace("__SETTINGS__", () => JSON.stringify({ url, token })),
        null,
      ),
    strictPage: (markup, milepost) =>
      add(
        strict.replace("__WIDGET__", () => markup),
        `default-src 'none'; script-src ${milepost}; frame-src ${milepost}; form-action ${milepost}; base-uri 'none'`,
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
