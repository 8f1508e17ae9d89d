import { z } from "zod";
import { uuid } from "./fields";

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

/** What is asked of the audit trail: the changes of one record, by one person or key, behind a cursor. */
export const auditRequest = z.strictObject({
  recordId: uuid.nullable().default(null),
  actorId: uuid.nullable().default(null),
  startingAfter: z.string().nullable().default(null),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
});
