import { expect, inject, it } from "vitest";
import { admin } from "./support/client";
import { expectProblem } from "./support/problems";
import { answerOn, closed, connectTo } from "./support/raw";

const KILOBYTE = 1024;
const { baseUrl } = inject("server");
const HEAD = "GET /api/health/live HTTP/1.1\r\nhost: x\r\n";

async function answerTo(text: string) {
  const socket = await connectTo(baseUrl);
  socket.write(text);
  const answer = await answerOn(socket);
  await closed(socket);
  return answer;
}

it.each([
  ["no HTTP", "Hello?\r\n\r\n"],
  ["a header without a name", `${HEAD}: nothing\r\n\r\n`],
  ["two lengths", `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n`],
  ["a length beside chunks", `${HEAD}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`],
])("%s is answered by a problem: 400", async (_what, text) => {
  const answer = await answerTo(text);
  expectProblem(answer, 400, "invalid_request");
  expect(answer.headers.get("connection")).toBe("close");
});

it("headers of up to 64 KB are read, longer ones answered by a problem: 431", async () => {
  const note = (kilobytes: number) => ({ headers: { "x-note": "x".repeat(kilobytes * KILOBYTE) } });
  expect((await admin().get("/api/whoami", note(63))).status).toBe(200);
  expectProblem(await admin().get("/api/whoami", note(65)), 431, "headers_too_large");
  expectProblem(await admin().get(`/api/whoami?x=${"x".repeat(65 * KILOBYTE)}`), 431, "headers_too_large");
  // Far longer ones as well, however much is still on its way.
  expectProblem(await answerTo(`${HEAD}x-note: ${"x".repeat(4 * KILOBYTE * KILOBYTE)}`), 431, "headers_too_large");
});

it("a body that breaks off in the middle of its chunks is answered once", async () => {
  const socket = await connectTo(baseUrl);
  const head = "POST /schema/streak_log/record HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
  socket.write(head);
  expectProblem(await answerOn(socket), 401, "unauthenticated");
  let more = "";
  socket.on("data", (text: string) => {
    more += text;
  });
  socket.write("no chunk\r\n\r\n");
  await closed(socket);
  expect(more).toBe("");
});

it("a broken request behind a good one on a connection is answered as well", async () => {
  const socket = await connectTo(baseUrl);
  socket.write(`${HEAD}\r\n`);
  expect((await answerOn(socket)).status).toBe(200);
  socket.write("Hello?\r\n\r\n");
  expectProblem(await answerOn(socket), 400, "invalid_request");
  await closed(socket);
});
