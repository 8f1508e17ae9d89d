import type { Tx } from "@/db/client";
import { findListeners, type ListenerRow } from "@/db/queries/listeners";
import type { ActivityCreate } from "@/lib/contracts/activity-log";
import type { EventCreate } from "@/lib/contracts/event";
import { attemptIngest } from "@/lib/services/activity/attempt-ingest";
import type { AwardRow } from "@/lib/services/activity/award";
import type { ServiceContext } from "@/lib/services/context";
import { type EventAnswer, presentEvent } from "./present-event";

/**
 * One attempt at events, inside its transaction: each becomes a log for every streak and challenge that listens to its
 * type, and an award, and all of them one ingest. One statement more than that takes, whatever their number.
 * @throws IngestConflict as `attemptIngest` does
 */
export async function attemptEvents(
  context: ServiceContext,
  tx: Tx,
  events: readonly EventCreate[],
): Promise<EventAnswer[]> {
  const listeners = await findListeners(context.scope, tx, [...new Set(events.map(({ type }) => type))]);
  const byType = Map.groupBy(listeners, ({ type }) => type);
  const rows: ActivityCreate[] = [];
  const awards: AwardRow[] = [];
  for (const event of events) {
    rows.push(...(byType.get(event.type) ?? []).map((listener) => activityOf(event, listener)));
    awards.push(awardOf(event, rows.length));
  }
  const answers = await attemptIngest(context, tx, rows, awards);
  let taken = 0;
  return events.map((event, position) => {
    const heard = byType.get(event.type) ?? [];
    const logs = answers.logs.slice(taken, taken + heard.length);
    taken += heard.length;
    return presentEvent(event, heard, logs, answers.awards[position]);
  });
}

function activityOf({ id, type, member, at, value, metadata }: EventCreate, listener: ListenerRow): ActivityCreate {
  return {
    slug: listener.slug,
    parentId: listener.id,
    ownedBy: member,
    activityAt: at,
    activityId: type,
    uniqueIdentifier: id,
    activityValue: value,
    metadata,
  };
}

function awardOf({ id, type, member, at, metadata }: EventCreate, after: number): AwardRow {
  return { eventType: type, reference: id, ownedBy: member, activityAt: at, metadata, after };
}
