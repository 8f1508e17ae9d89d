import { z } from "zod";
import { AUDIT_SLUGS } from "@/lib/domain/audit";
import { instant, uuid } from "./fields";

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

/**
 * What is asked of the audit trail: the changes of a kind or of one record, by one person or key, from a moment on and
 * until before another, behind a cursor.
 */
export const auditRequest = z.strictObject({
  slug: z.enum(AUDIT_SLUGS).nullable().default(null),
  recordId: uuid.nullable().default(null),
  actorId: uuid.nullable().default(null),
  from: instant.nullable().default(null),
  until: instant.nullable().default(null),
  startingAfter: z.string().nullable().default(null),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
});
