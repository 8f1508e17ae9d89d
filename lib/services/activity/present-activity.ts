import type { Amount } from "@/lib/domain/amount";
import type { EpochMs } from "@/lib/domain/period";
import { iso, wireAmount } from "@/lib/services/wire";

/** What a log keeps, whatever its parent. */
export interface ActivityFields {
  id: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  memberId: string;
  activityAt: EpochMs;
  activityId: string;
  uniqueIdentifier: string;
  activityValue: Amount | null;
  metadata: Record<string, unknown> | null;
  periodKey: string;
}

/** A log's own fields; `receivedAt` is when it was accepted. */
export function presentActivity(row: ActivityFields) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    ownedById: row.memberId,
    activityAt: iso(row.activityAt),
    activityId: row.activityId,
    uniqueIdentifier: row.uniqueIdentifier,
    activityValue: row.activityValue === null ? null : wireAmount(row.activityValue),
    metadata: row.metadata,
    periodKey: row.periodKey,
    receivedAt: iso(row.createdAt),
  };
}
