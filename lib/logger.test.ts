import { Writable } from "node:stream";
import pino from "pino";
import { expect, it, vi } from "vitest";

it("tells of a failed statement what it is and why, and never its parameters", async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  vi.doMock("pino", () => ({ default: (options: pino.LoggerOptions) => pino(options, sink) }));
  const { logger } = await import("./logger");
  const cause = Object.assign(new Error("duplicate key"), { code: "23505" });
  logger().error({ error: new Error("Failed query: insert\nparams: ada@example.com", { cause }) }, "failed");
  expect(lines.join("")).toContain("Failed query: insert");
  expect(lines.join("")).toContain("23505");
  expect(lines.join("")).not.toContain("ada@example.com");
});
