import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("shop.html", import.meta.url));

export interface Shop {
  /** The address of the shop's page with a widget in it; without a token its reader is a guest. */
  pageWith(widget: { url: string; token?: string }): string;
  close(): Promise<void>;
}

/** A customer's shop: a page on an origin of its own, which posts the member's token into the widget's frame. */
export async function openShop(): Promise<Shop> {
  const template = await readFile(PAGE, "utf8");
  const widgets = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = widgets.get(request.url ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pageWith: ({ url, token }) => {
      const path = `/${widgets.size + 1}`;
      widgets.set(path, template.replace("__SETTINGS__", JSON.stringify({ url, token })));
      return `http://127.0.0.1:${port}${path}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
