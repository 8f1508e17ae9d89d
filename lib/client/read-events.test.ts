import { expect, it } from "vitest";
import { readEvents } from "./read-events";

const TEXT = '{"a":"é\\n"}\n\n{"b":[1,2]}\n{"c":null}';

it.each([1, 2, 7, 1000])("reads a value per line, arriving in pieces of %i bytes", async (size) => {
  const bytes = new TextEncoder().encode(TEXT);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
  const events: unknown[] = [];
  for await (const event of readEvents(body)) events.push(event);
  expect(events).toEqual([{ a: "é\n" }, { b: [1, 2] }, { c: null }]);
});

it("tells who sends that nobody reads on", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("1\n")),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const _ of readEvents(body)) break;
  expect(cancelled).toBe(true);
});
