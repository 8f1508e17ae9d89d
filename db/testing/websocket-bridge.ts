import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { pipeline } from "node:stream";
import { neonConfig } from "@neondatabase/serverless";
import { createWebSocketStream, WebSocketServer } from "ws";

export interface Bridge {
  /** host:port, which `neonOver` takes. */
  address: string;
  stop(): Promise<void>;
}

/** What stands in front of a Neon database, for a PostgreSQL of our own: each WebSocket is a connection to `url`. */
export async function startBridge(url: string): Promise<Bridge> {
  const { hostname, port } = new URL(url);
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (socket) => {
    const [web, tcp] = [createWebSocketStream(socket), connect(Number(port), hostname)];
    // A side that breaks ends the other: the driver at the far end reports it.
    pipeline(web, tcp, web, () => {});
  });
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo;
  const stop = () => {
    for (const client of server.clients) client.terminate();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address: `127.0.0.1:${own}`, stop };
}

/** Lets Neon's driver in this process go over a bridge, unencrypted, and log in as PostgreSQL itself expects it. */
export function neonOver(bridge: string): void {
  neonConfig.wsProxy = bridge;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
}
