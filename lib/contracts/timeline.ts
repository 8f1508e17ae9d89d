import { z } from "zod";
import { pageNumber } from "./parameters";

/** Most logs that a timeline shows of one period, the latest ones, and how many it counts at most. */
export const SHOWN_LOGS = 20;
export const COUNTED_LOGS = 10_000;

/** Pages of a timeline, the latest period first. */
export const timelineParameters = z.strictObject({
  limit: pageNumber(1, 100, 20),
  startingAfter: z.string().nullable().default(null),
  languageCode: z.string().nullable().default(null),
});
