import type { IncomingMessage } from "node:http";

/** Next believes x-forwarded-* of anybody, so only those of proxies that the operator trusts are let through. */
export function stripForwarded(request: IncomingMessage, trusted: readonly string[]): void {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  if (trusted.includes(peer)) return;
  for (const name of Object.keys(request.headers))
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
}
