import { listStatusChanges } from "@/db/queries/audit-entries";
import { pauseWithin } from "@/lib/domain/pause";
import type { EpochMs } from "@/lib/domain/period";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { iso } from "@/lib/services/wire";

const CHANGES = 100;

interface Stretch {
  parentId: string;
  memberId: string;
  startAt: EpochMs;
  endAt: EpochMs;
}

/**
 * When in a stretch of time the campaign or the member was not live, so that nothing counted: the last pause of each that
 * reaches into it, as the audit trail knows; null for none.
 * @throws AppError `forbidden`
 */
export async function findPauses(context: ServiceContext, { parentId, memberId, startAt, endAt }: Stretch) {
  authorize(context, "members:read");
  const find = async (recordId: string) => {
    const changes = await listStatusChanges(context.scope, context.db, recordId, CHANGES);
    const pause = pauseWithin(changes, startAt, endAt);
    return pause && { from: iso(pause.from), to: iso(pause.to) };
  };
  return { parent: await find(parentId), member: await find(memberId) };
}
