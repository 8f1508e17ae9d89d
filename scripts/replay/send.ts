import type { Api, RowResult } from "./api";
import type { RunningCampaign } from "./campaigns";
import { ReplayFailure } from "./failure";
import type { ActivityEvent } from "./read-activity";

export interface Sent {
  accepted: number;
  repeats: number;
  rewards: number;
}

export interface SendOptions {
  /** Logs in one request. */
  batch: number;
  /** Hears of every answer, in the order of the events of a campaign. */
  onRow?(campaign: RunningCampaign, event: ActivityEvent, result: RowResult): void;
  onProgress?(logs: number): void;
}

/**
 * Sends all events to all campaigns in order of arrival, a batch to every campaign before the next one to any.
 * @throws ReplayFailure when a log is refused for another reason than that it is there already
 */
export async function sendAll(
  api: Api,
  campaigns: readonly RunningCampaign[],
  events: readonly ActivityEvent[],
  { batch, onRow, onProgress }: SendOptions,
): Promise<Sent> {
  const sent: Sent = { accepted: 0, repeats: 0, rewards: 0 };
  for (let from = 0; from < events.length; from += batch) {
    const part = events.slice(from, from + batch);
    for (const campaign of campaigns) {
      const results = await api.batch(
        campaign.slug,
        part.map((event) => toLog(campaign, event)),
      );
      for (const [position, event] of part.entries()) {
        const result = results[position];
        if (!result) throw new ReplayFailure(`A batch of ${part.length} logs got ${results.length} answers.`);
        count(sent, event, result);
        onRow?.(campaign, event, result);
      }
      onProgress?.(part.length);
    }
  }
  return sent;
}

function toLog(campaign: RunningCampaign, event: ActivityEvent): object {
  return {
    [`${campaign.slug}Id`]: campaign.id,
    ownedBy: { externalId: event.user },
    activityAt: event.activityAt,
    activityId: "replayed_activity",
    uniqueIdentifier: event.uniqueIdentifier,
    ...(campaign.amountOf ? { activityValue: campaign.amountOf(event) } : {}),
  };
}

function count(sent: Sent, event: ActivityEvent, { status, data, error }: RowResult): void {
  if (status === 201) {
    sent.accepted += 1;
    sent.rewards += data?.achievedMilestones.length ?? 0;
  } else if (status === 409 && error?.code === "duplicate") sent.repeats += 1;
  else
    throw new ReplayFailure(`${event.uniqueIdentifier} was refused (${status}): ${error?.detail ?? "no reason given"}`);
}
