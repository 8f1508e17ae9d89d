import { z } from "zod";
import { amountOf, ONE } from "@/lib/domain/amount";
import { challengeCreate } from "./challenge";
import { uuid } from "./fields";
import { milestoneCreate } from "./milestone";
import { streakCreate } from "./streak";

const MAX_MILESTONES = 50;

/** Outdated translations that are still right as they are, each as `language.field`. */
const confirmed = z.array(z.string()).default([]);

const milestone = milestoneCreate
  .omit({ linkedSchemaSlug: true, linkedSchemaRecordId: true })
  .extend({ id: uuid.optional(), confirmed });
const milestones = z.array(milestone).max(MAX_MILESTONES);

/** A streak with its ladder as its page holds it before anything is sent: the rules of both, told at their fields. */
export const streakForm = streakCreate.safeExtend({ confirmed, milestones }).superRefine((streak, context) => {
  for (const [position, { milestoneTargetValue }] of streak.milestones.entries()) {
    const path = ["milestones", position, "milestoneTargetValue"];
    if (milestoneTargetValue % ONE !== 0n)
      context.addIssue({ code: "custom", path, message: "must be whole", params: { rule: "wholeNumber" } });
    else if (milestoneTargetValue > amountOf(streak.completionTargetValue))
      context.addIssue({
        code: "custom",
        path,
        message: "lies beyond the end of the streak",
        params: { rule: "atMost", max: streak.completionTargetValue },
      });
  }
});

/** The same of a challenge, whose milestones may lie beyond its target. */
export const challengeForm = challengeCreate.safeExtend({ confirmed, milestones });
