import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server";
import { createTemplate } from "./template";
import { neonOver, startBridge } from "./websocket-bridge";
import "./provided";

// A pooler gives connections whose time zone nobody chose. This one has a quarter of an hour in it, so that code which
// leans on the session's zone fails.
const SESSION = ["timezone=Asia/Kathmandu"];

/** Global setup of the vitest project `neon`: a real server behind a WebSocket bridge, reached by Neon's driver. */
export default async function setup(project: TestProject) {
  const server = await startPostgres({ settings: SESSION });
  const bridge = await startBridge(server.url);
  const stop = async () => {
    await bridge.stop();
    await server.stop();
  };
  try {
    neonOver(bridge.address);
    const template = await createTemplate(server.url, "neon");
    project.provide("testDatabase", { driver: "neon", url: server.url, template, bridge: bridge.address });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
