import type { EventCreate } from "@/lib/contracts/event";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { blamesARow, rehearseIngest, runIngest } from "@/lib/services/activity/run-ingest";
import type { ServiceContext } from "@/lib/services/context";
import { attemptEvents } from "./attempt-events";
import { type EventAnswer, presentBadEvent } from "./present-event";

/** Takes events in, in one transaction: all of them or none. */
type Take = (context: ServiceContext, events: readonly EventCreate[]) => Promise<EventAnswer[]>;

export const takeForGood: Take = (context, events) =>
  runIngest(context, events.length, (tx) => attemptEvents(context, tx, events));

/** The same, and all of it is taken back. */
export const takeOnTrial: Take = (context, events) =>
  rehearseIngest(context, (tx) => attemptEvents(context, tx, events));

/**
 * Takes events in together, in one transaction. Should it fail for a reason of its own, group by group, so that a
 * poisoned event hurts its own group only: all of a group's events take effect, or none.
 * @returns an answer for each event, in order
 * @throws what blames no event, such as a lost connection
 */
export async function takeInGroups(
  context: ServiceContext,
  events: readonly EventCreate[],
  groupOf: (event: EventCreate, position: number) => unknown,
  take: Take,
): Promise<EventAnswer[]> {
  const groups = Map.groupBy(events.keys(), (position) => {
    const event = events[position];
    return event && groupOf(event, position);
  });
  try {
    if (groups.size > 1) return await take(context, events);
  } catch (error) {
    if (!blamesARow(error)) throw error;
  }
  const answers: EventAnswer[] = [];
  for (const positions of groups.values()) {
    const taken = await takeGroup(context, events, positions, take);
    for (const [place, position] of positions.entries()) {
      const answer = taken[place];
      if (answer) answers[position] = answer;
    }
  }
  return answers;
}

async function takeGroup(
  context: ServiceContext,
  events: readonly EventCreate[],
  positions: number[],
  take: Take,
): Promise<EventAnswer[]> {
  const group = positions.flatMap((position) => events[position] ?? []);
  try {
    return await take(context, group);
  } catch (error) {
    if (!blamesARow(error)) throw error;
    logger().error({ error, requestId: context.requestId }, "events could not be taken in");
    return group.map(({ id }) => presentBadEvent(id, new AppError("internal")));
  }
}
