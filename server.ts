import { createServer, type IncomingMessage, Server, type ServerResponse } from "node:http";
import next from "next";
import { WIDGET_LOADER } from "@/components/widget/generated/widget";
import { renderWidget } from "@/components/widget/render-widget";
import { closeSharedDatabase } from "@/db/client";
import { announce } from "@/lib/boot/announce";
import { boot } from "@/lib/boot/boot";
import { getEnv } from "@/lib/env";
import { dispatch, malformedPathReply } from "@/lib/http/dispatch";
import { stripForwarded } from "@/lib/http/forwarded";
import { sendReply, toCall } from "@/lib/http/node-adapter";
import { refusePageBody } from "@/lib/http/page-limits";
import { answerUnreadable } from "@/lib/http/unreadable";
import { widgetReply } from "@/lib/http/widget";
import { logger } from "@/lib/logger";

/** The address and headers of a request: a filter by 1,000 ids takes 45 KB. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Self-hosting's front: REST and the widget are answered here, directly; all else goes to Next in this process. */
async function main(): Promise<void> {
  const env = getEnv();
  const report = await boot();
  // A server of its own for Next's upgrade listener, which would leave sockets of ours open for ever.
  const app = next({ dev: false, dir: process.cwd(), httpServer: new Server() });
  await app.prepare();
  const pages = app.getRequestHandler();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    stripForwarded(request, env.TRUSTED_PROXIES);
    const call = toCall(request);
    if (!call) return sendReply(request, response, malformedPathReply(request.url ?? "/"));
    const reply = (await dispatch(call)) ?? (await widgetReply(call, { render: renderWidget, loader: WIDGET_LOADER }));
    if (reply) return sendReply(request, response, reply);
    const refused = refusePageBody(request);
    if (refused) return sendReply(request, response, { status: refused, headers: {}, body: null });
    return pages(request, response);
  };
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger().error({ error, method: request.method }, "the front failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  answerUnreadable(server);
  server.listen(env.PORT, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.PORT;
    // After a server action redirects, Next asks itself for the page, cookies and all: at our port and nobody else's.
    process.env["__NEXT_PRIVATE_ORIGIN"] = `http://127.0.0.1:${port}`;
    announce(report, port);
  });
  stopWhenTold(server);
}

/** Finishes what was accepted, then closes the database. npm signals its shell only, so a lost parent counts too. */
function stopWhenTold(server: Server): void {
  const parent = process.ppid;
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(() => void closeSharedDatabase().finally(() => process.exit(0)));
    // A connection that has had its answer would otherwise be kept for the next request, which nobody takes any more.
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
