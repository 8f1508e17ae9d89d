import { expect, it } from "vitest";
import { eventStream } from "./event-stream";

it("ends events that are still awaited when their reader leaves", async () => {
  const reader = new AbortController();
  let ended = false;
  async function* events() {
    try {
      yield { kind: "waiting" };
      await new Promise((_, leave) => reader.signal.addEventListener("abort", () => leave(new Error("left"))));
    } finally {
      ended = true;
    }
  }
  const lines = eventStream(events(), reader).getReader();
  expect(new TextDecoder().decode((await lines.read()).value)).toBe('{"kind":"waiting"}\n');
  const next = lines.read();
  await lines.cancel();
  expect((await next).done).toBe(true);
  expect(ended).toBe(true);
});
