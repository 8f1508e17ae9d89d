import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { AppError } from "@/lib/errors";
import type { Reply } from "./call";
import { refusalReply } from "./dispatch";
import { REST_MS } from "./node-adapter";

/** Has a server answer what never becomes a request (headers that are too long, what is no HTTP) by a problem too. */
export function answerUnreadable(server: Server): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => latest.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Told once already: what else comes is thrown away.
    if (socket.writableEnded) return;
    if (!socket.writable || !isOwed(latest.get(socket))) return void socket.destroy();
    socket.end(written(refusalReply("", refusalOf(error))));
    // As behind any early answer: its sender may read it only behind the last byte.
    const timer = setTimeout(() => socket.destroy(), REST_MS).unref();
    socket.once("close", () => clearTimeout(timer));
  });
}

/** Whether an answer is the next thing that the connection waits for: none is half sent, or still to come. */
function isOwed(response: ServerResponse | undefined): boolean {
  if (!response) return true;
  return response.req.complete ? response.writableFinished : !response.headersSent;
}

function refusalOf({ code }: NodeJS.ErrnoException): AppError {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new AppError("headers_too_large", { detail: "The address and the headers are too long together." });
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new AppError("payload_too_large", { detail: "The extensions of the body's chunks are too long." });
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new AppError("request_timeout", { detail: "The request did not arrive in time." });
    default:
      return new AppError("invalid_request", { detail: "This is not HTTP/1.1." });
  }
}

function written({ status, headers, body }: Reply): string {
  const text = String(body);
  const lines = Object.entries({ ...headers, "content-length": Buffer.byteLength(text), connection: "close" });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join("\r\n")}\r\n\r\n${text}`;
}
