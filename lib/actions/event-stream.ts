import { refusal } from "./refusal";

/**
 * Events as lines of JSON, each sent when it comes and asked for when there is room. What fails on the way is the last
 * line, a refusal as of an action. Whoever stops reading ends the events.
 */
export function eventStream(events: AsyncGenerator<unknown, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`);
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await events.next();
        if (done) controller.close();
        else controller.enqueue(line(value));
      } catch (error) {
        controller.enqueue(line(refusal(error)));
        controller.close();
      }
    },
    async cancel() {
      await events.return();
    },
  });
}
