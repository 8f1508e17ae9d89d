import { randomUUID } from "node:crypto";
import type { Client, Json, WireRecord } from "./client";

/** A name that no other test uses: all test files share one server and one program. */
export function unique(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}

/** A live daily streak that counts, a day met by one log. */
export function newStreak(api: Client, values: Json = {}): Promise<WireRecord> {
  return api.create("streak", {
    name: unique("streak"),
    description: "A streak of the API tests",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 1000,
    ...values,
  });
}

/** A live challenge that sums without end. */
export function newChallenge(api: Client, values: Json = {}): Promise<WireRecord> {
  return api.create("challenge", {
    name: unique("challenge"),
    description: "A challenge of the API tests",
    status: "live",
    aggregationPeriod: "all_time",
    completionTargetValue: 1_000_000,
    ...values,
  });
}

export function newMilestone(
  api: Client,
  slug: "streak" | "challenge",
  parentId: string,
  target: number,
  values: Json = {},
): Promise<WireRecord> {
  return api.create("milestone", {
    linkedSchemaSlug: slug,
    linkedSchemaRecordId: parentId,
    name: `Rung ${target}`,
    description: "A milestone of the API tests",
    milestoneTargetValue: target,
    status: "live",
    ...values,
  });
}

export function newMember(api: Client, values: Json = {}): Promise<WireRecord> {
  return api.create("member", { externalId: unique("member"), ...values });
}

/** The body of a log for a streak: of a member of its own, at noon of a day in the past, unless told otherwise. */
export function streakLog(streakId: string, values: Json = {}): Json {
  return { streakId, ...activity(values) };
}

export function challengeLog(challengeId: string, values: Json = {}): Json {
  return { challengeId, activityValue: 1, ...activity(values) };
}

function activity(values: Json): Json {
  const owner = "ownedById" in values ? {} : { ownedBy: { externalId: unique("member") } };
  return {
    ...owner,
    activityAt: "2026-04-10T12:00:00Z",
    activityId: "made_a_purchase",
    uniqueIdentifier: unique("order"),
    ...values,
  };
}
