import { z } from "zod";
import { activityId } from "./activity-ids";
import { amount, instant, metadata, text } from "./fields";
import { MAX_METADATA_BYTES, memberCreate } from "./member";

/** Most events that one request takes. */
export const MAX_EVENTS = 1000;

/**
 * Something that a member did, for whatever listens to its type: live streaks and challenges by their `activityIds`,
 * and the reward rule. Each takes an `id` once. A member who is known already is not changed.
 */
export const eventCreate = z.strictObject({
  id: text(256),
  type: activityId,
  member: memberCreate,
  at: instant,
  value: amount("not_negative").nullable().default(null),
  metadata: metadata(MAX_METADATA_BYTES).nullable().default(null),
});
export type EventCreate = z.output<typeof eventCreate>;

/** `dryRun=true` answers what the events would do, and does nothing. */
export const eventParameters = z.strictObject({
  dryRun: z
    .enum(["true", "false"], { error: "must be true or false" })
    .default("false")
    .transform((value) => value === "true"),
});
