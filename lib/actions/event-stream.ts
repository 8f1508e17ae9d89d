import { refusal } from "./refusal";

/**
 * Events as lines of JSON, each sent when it comes and asked for when there is room. What fails on the way is the last
 * line, a refusal as of an action. Whoever stops reading ends the events.
 */
export function eventStream(events: AsyncGenerator<unknown, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`);
  // Events that are on their way when the reader leaves have nowhere to go.
  let left = false;
  return new ReadableStream({
    async pull(controller) {
      const next = await events.next().catch((error: unknown) => ({ failure: line(refusal(error)) }));
      if (left) return;
      if ("failure" in next) controller.enqueue(next.failure);
      else if (!next.done) return controller.enqueue(line(next.value));
      controller.close();
    },
    async cancel() {
      left = true;
      await events.return();
    },
  });
}
