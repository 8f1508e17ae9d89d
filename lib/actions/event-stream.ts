import { refusal } from "./refusal";

/**
 * Events as lines of JSON, each sent when it comes and asked for when there is room. What fails on the way is the last
 * line, a refusal as of an action. Whoever stops reading ends the events, and aborts `reader` for the one that is awaited.
 */
export function eventStream(
  events: AsyncGenerator<unknown, void, undefined>,
  reader: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`);
  return new ReadableStream({
    async pull(controller) {
      const next = await events.next().catch((error: unknown) => ({ error }));
      // What was on its way when the reader left has nowhere to go.
      if (reader.signal.aborted) return;
      if ("error" in next) controller.enqueue(line(refusal(next.error)));
      else if (!next.done) return controller.enqueue(line(next.value));
      controller.close();
    },
    async cancel() {
      reader.abort();
      await events.return();
    },
  });
}
