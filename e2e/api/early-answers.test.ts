import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { describe, expect, inject, it } from "vitest";
import { admin, stranger } from "./support/client";
import { expectProblem } from "./support/problems";
import { answerOn, closed, connectTo } from "./support/raw";

const MEGABYTE = 1024 * 1024;
const CHUNK = 64 * 1024;
const TRIES = 30;
const LOGS = "/schema/streak_log/record";
const { baseUrl, apiSecret } = inject("server");
const KEY = { "x-api-key": apiSecret };
const JSON_TYPE = { "content-type": "application/json" };

const formOf = (bytes: number) => () => {
  const form = new FormData();
  form.append("file", new Blob(["x".repeat(bytes)]), "a.svg");
  return form;
};
const textOf = (bytes: number) => () => "x".repeat(bytes);

/** The head of a stranger's log, as it goes over the wire. */
function headOf(headers: Record<string, string | number>): string {
  const lines = Object.entries({ host: "x", ...JSON_TYPE, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${LOGS} HTTP/1.1\r\n${lines.join("")}\r\n`;
}

describe("an answer that is given before the body is read arrives", () => {
  it.each<[string, number, string, string, Record<string, string>, () => FormData | string]>([
    ["a form of 300 bytes", 404, "POST", "/schema/member/record/x/eudIcon", KEY, formOf(300)],
    ["a form of 90 KB", 404, "POST", "/schema/member/record/x/eudIcon", KEY, formOf(90_000)],
    ["a form of a stranger", 401, "POST", "/api/icons", {}, formOf(90_000)],
    ["a log of a stranger", 401, "POST", LOGS, JSON_TYPE, textOf(200)],
    ["a batch of a stranger", 401, "POST", `${LOGS}/batch`, JSON_TYPE, textOf(4_000_000)],
    ["another type", 415, "POST", "/schema/streak/record", { ...KEY, "content-type": "text/plain" }, textOf(900_000)],
    ["another method", 405, "PUT", "/schema/streak/record", { ...KEY, ...JSON_TYPE }, textOf(900_000)],
    ["a body that is too long", 413, "POST", "/schema/streak/record", { ...KEY, ...JSON_TYPE }, textOf(8_000_000)],
    ["a body for a page that is too long", 413, "POST", "/sign-in", {}, textOf(2_000_000)],
  ])("%s: %i every time", async (_what, status, method, path, headers, body) => {
    const outcomes = new Set<unknown>();
    for (let n = 0; n < TRIES; n++) {
      const sent = fetch(`${baseUrl}${path}`, { method, headers, body: body() });
      const outcome = sent.then((response) => response.text().then(() => response.status));
      outcomes.add(await outcome.catch((error: Error) => String(error.cause)));
    }
    expect([...outcomes]).toEqual([status]);
  });

  it.each(["keep-alive", "close"])("to a sender that reads nothing before its last byte: %s", async (connection) => {
    const socket = await connectTo(baseUrl);
    socket.write(headOf({ connection, "content-length": 4 * MEGABYTE }));
    for (let sent = 0; sent < 4 * MEGABYTE; sent += CHUNK)
      if (!socket.write(Buffer.alloc(CHUNK))) await once(socket, "drain");
    expectProblem(await answerOn(socket), 401, "unauthenticated");
    if (connection === "keep-alive") socket.destroy();
    await closed(socket);
  });

  it("to a sender that waits to be told to go on", async () => {
    const headers = { ...JSON_TYPE, expect: "100-continue", "content-length": MEGABYTE };
    const sending = request(`${baseUrl}${LOGS}`, { method: "POST", headers, agent: false });
    const answered = once(sending, "response") as Promise<[IncomingMessage]>;
    sending.flushHeaders();
    await once(sending, "continue");
    sending.end(Buffer.alloc(MEGABYTE));
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(401);
  });

  it("on a connection that goes on with the next request", async () => {
    const socket = await connectTo(baseUrl);
    socket.write(headOf({ "content-length": 300 }));
    expectProblem(await answerOn(socket), 401, "unauthenticated");
    socket.write(`${"x".repeat(300)}GET /api/health/live HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(await answerOn(socket)).toMatchObject({ status: 200, body: { status: "live" } });
    socket.destroy();
  });
});

describe("a body without end does not hold the server", () => {
  it.each([
    ["goes on and on", "keep-alive", MEGABYTE],
    ["goes on and on", "close", MEGABYTE],
    ["says nothing more", "keep-alive", 0],
    ["says nothing more", "close", 0],
  ])("a sender that %s is answered, and cut off: %s", async (_what, connection, bytes) => {
    const socket = await connectTo(baseUrl);
    socket.write(headOf({ connection, "transfer-encoding": "chunked" }));
    expectProblem(await answerOn(socket), 401, "unauthenticated");
    if (bytes > 0) writeChunks(socket, bytes);
    await closed(socket);
    expect((await stranger().get("/api/health/ready")).status).toBe(200);
  });

  it("nor does one that is longer than allowed", async () => {
    const socket = await connectTo(baseUrl);
    socket.write(headOf({ ...KEY, "transfer-encoding": "chunked" }));
    writeChunks(socket, MEGABYTE);
    expectProblem(await answerOn(socket), 413, "payload_too_large");
    await closed(socket);
    expect((await admin().get("/api/whoami")).status).toBe(200);
  });
});

/** Chunk after chunk, as quickly as they go, until the connection is gone. */
function writeChunks(socket: Socket, bytes: number): void {
  const chunk = `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n`;
  const more = () => socket.writable && socket.write(chunk, more);
  more();
}
