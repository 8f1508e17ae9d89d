import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Reply } from "./client";

/** A connection to a server, for what no HTTP client would send. Nothing is read of it before that is asked for. */
export async function connectTo(baseUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect({ host: hostname, port: Number(port) })
    .setEncoding("latin1")
    .pause();
  await once(socket, "connect");
  // A server may cut it off.
  return socket.on("error", () => {});
}

/** Resolves once a connection is closed, by whomever and however; what still comes is thrown away. */
export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    socket.once("close", () => resolve()).resume();
  });
}

/** Reads one answer with a JSON body, and leaves the connection as it is. */
export async function answerOn(socket: Socket): Promise<Reply> {
  const text = await read(socket);
  const { head, body } = apart(text);
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Headers(lines.map((line) => line.split(/:\s*/, 2) as [string, string]));
  return { status: Number(first.split(" ")[1]), headers, body: JSON.parse(body) };
}

/** What comes up to the end of one answer. */
function read(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const take = (chunk: string) => {
      text += chunk;
      if (isWhole(text)) done(() => resolve(text));
    };
    const fail = () => done(() => reject(new Error(`the connection ended behind ${JSON.stringify(text)}`)));
    const done = (settle: () => void) => {
      socket.off("data", take).off("close", fail).pause();
      settle();
    };
    socket.on("data", take).on("close", fail).resume();
  });
}

function apart(text: string): { head: string; body: string } {
  const end = text.indexOf("\r\n\r\n");
  return { head: text.slice(0, end), body: text.slice(end + 4) };
}

function isWhole(text: string): boolean {
  if (!text.includes("\r\n\r\n")) return false;
  const { head, body } = apart(text);
  return body.length >= Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
}
