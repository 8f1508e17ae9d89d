import { type EventCreate, eventCreate, eventParameters, MAX_EVENTS } from "@/lib/contracts/event";
import { AppError } from "@/lib/errors";
import { coalesced } from "@/lib/services/activity/coalesce";
import { refuseAhead } from "@/lib/services/activity/refusals";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { parse } from "@/lib/services/parse";
import { parseParameters } from "@/lib/services/parse-parameters";
import { type EventAnswer, presentBadEvent } from "./present-event";
import { takeForGood, takeInGroups, takeOnTrial } from "./take-in-groups";

/** Of several requests each event is a group of its own: what one sends must not hurt another. */
const takeOne = coalesced("events", (context, events: EventCreate[]) =>
  takeInGroups(context, events, (_event, position) => position, takeForGood),
);

/**
 * Takes in one event, or 1 to 1,000 of them: for every live streak and challenge that listens to its type and by the
 * reward rule for it, once for each. The events of a member take effect together or not at all. With `dryRun=true` the
 * same is done, and taken back.
 * @returns what each event did, in order; `final` false when a repeat may well be answered otherwise
 * @throws AppError `forbidden`; `invalid_request` for a wrong parameter or length; what is wrong with a lone event
 */
export async function takeEvents(context: ServiceContext, input: unknown, parameters: URLSearchParams) {
  authorize(context, "activity:write");
  const { dryRun } = parseParameters(eventParameters, parameters);
  const events = Array.isArray(input)
    ? await takeMany(context, input, dryRun)
    : [await takeLone(context, read(context, input), dryRun)];
  return { events, final: !dryRun && events.every(({ status }) => status !== "failed") };
}

async function takeLone(context: ServiceContext, event: EventCreate, dryRun: boolean): Promise<EventAnswer> {
  const [answer] = dryRun ? await takeOnTrial(context, [event]) : [await takeOne(context, event)];
  if (!answer || answer.status === "failed") throw new AppError("internal");
  return answer;
}

async function takeMany(context: ServiceContext, input: unknown[], dryRun: boolean): Promise<EventAnswer[]> {
  if (input.length === 0 || input.length > MAX_EVENTS)
    throw new AppError("invalid_request", {
      detail: `The body must be an event, or an array of 1 to ${MAX_EVENTS} of them.`,
      errors: [{ pointer: "", code: "invalid_length", message: `must be an array of 1 to ${MAX_EVENTS} events` }],
    });
  const rows = input.map((row: unknown) => readOrRefuse(context, row));
  const events = rows.flatMap((row) => ("event" in row ? row.event : []));
  const take = dryRun ? takeOnTrial : takeForGood;
  const answers = await takeInGroups(context, events, ({ member }) => member.externalId, take);
  const byEvent = new Map(events.map((event, position) => [event, answers[position]]));
  return rows.map((row) => {
    const answer = "event" in row ? byEvent.get(row.event) : row.refused;
    if (!answer) throw new Error("an event was left without an answer");
    return answer;
  });
}

/** @throws AppError `invalid_request`, `activity_in_future` */
function read(context: ServiceContext, input: unknown): EventCreate {
  const event = parse(eventCreate, input);
  const ahead = refuseAhead(event.at, context.now, "at");
  if (ahead) throw ahead;
  return event;
}

function readOrRefuse(context: ServiceContext, input: unknown): { event: EventCreate } | { refused: EventAnswer } {
  try {
    return { event: read(context, input) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { id } = Object(input) as { id?: unknown };
    return { refused: presentBadEvent(typeof id === "string" ? id : null, error) };
  }
}
