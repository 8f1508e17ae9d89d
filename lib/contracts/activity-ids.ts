import { z } from "zod";
import { text } from "./fields";

/** Most types of events that one streak or challenge listens to. */
const MAX_ACTIVITY_IDS = 50;

/** What is done, as a log's `activityId` and an event's `type` name it. */
export const activityId = text(256);

/** Types of events that a live streak or challenge takes in by itself; with none it takes explicit logs only. */
export const activityIds = z
  .array(activityId)
  .max(MAX_ACTIVITY_IDS)
  .refine((names) => new Set(names).size === names.length, {
    error: "must not name the same twice",
    params: { rule: "repeated" },
  });
