import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * An address at which a plain GET opens the member's document, for browsers' tools that can only follow an address. All
 * else is handed on as it is.
 */
export async function openRelay(baseUrl: string, program: string, token: string) {
  const path = `/widget/${program}`;
  const relay = createServer((incoming, outgoing) => {
    const first = incoming.url === path && incoming.headers["x-enduser-access-token"] === undefined;
    const headers = first
      ? { ...incoming.headers, "content-type": "application/x-www-form-urlencoded" }
      : incoming.headers;
    const onward = request(
      `${baseUrl}${incoming.url}`,
      { method: first ? "POST" : incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    if (first) onward.end(`token=${token}`);
    else incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const { port } = relay.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () => new Promise<void>((resolve) => relay.close(() => resolve())),
  };
}
