import { MAX_BATCH_BODY, type Operation } from "@/lib/http/operations/operation";
import { takeEvents } from "@/lib/services/events/take-events";
import { success } from "./v1-success";

/** One event for everything that listens to it, in the envelope of the points API. */
export const eventsOperation: Operation = {
  method: "POST",
  path: "/v1/events",
  access: "program",
  maxBytes: MAX_BATCH_BODY,
  parameters: null,
  run: async (context, { body, query }) => {
    const { events, final } = await takeEvents(context, body, query);
    return { ...success("Events processed successfully", { data: events }), ...(!final && { final }) };
  },
};
