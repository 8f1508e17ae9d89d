import { z } from "zod";
import { MAX_POINTS, MILESTONE_EVENT } from "@/lib/domain/points";
import { STATUSES } from "@/lib/domain/record";
import { status, text } from "./fields";
import { fieldTypes } from "./list-fields";

/** What kind of event an award or a rule is about. */
export const eventType = text(128);

const fields = {
  eventType: eventType.refine((value) => value !== MILESTONE_EVENT, {
    error: `must not be ${MILESTONE_EVENT}, which is the event type of milestones' points`,
  }),
  points: z.int().min(-MAX_POINTS).max(MAX_POINTS),
  status,
};

/** A reward rule as it is created (DOMAIN 2). Negative points are taken away. */
export const rewardRuleCreate = z.strictObject({ ...fields, status: fields.status.default("live") });

/** A change of a reward rule: it counts for awards from now on. */
export const rewardRuleUpdate = z.strictObject(fields).partial();

/** What lists of reward rules filter and sort by. */
export const rewardRuleList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  eventType: "text",
  points: "integer",
  status: STATUSES,
});

/** Every field of a reward rule, as `fields` names them. */
export const rewardRuleFields = Object.keys(rewardRuleList);
