import { findRewardLog } from "@/db/queries/reward-logs";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { codeMask } from "./code-mask";
import { presentRewardLog, presentRewardLogToMember } from "./present-reward-log";

/**
 * Reads one reward log, its milestone's texts in the language that fits `languageCode` best; a member only the
 * member's own.
 * @throws AppError `forbidden`; `not_found` for an absent one or somebody else's
 */
export async function getRewardLog(context: ServiceContext, id: string, languageCode: string | null = null) {
  const viewer = authorizeReader(context, "rewards:read");
  if (!viewer.everyone && viewer.memberId === null) throw new AppError("not_found");
  const row = await findRewardLog(context.scope, context.db, id, viewer.everyone ? null : viewer.memberId);
  if (!row) throw new AppError("not_found");
  const present = viewer.everyone ? presentRewardLog : presentRewardLogToMember;
  const reading = await recordReading(context, context.db, [row.milestone], languageCode);
  return codeMask(context)(present(row, context.now, reading));
}
