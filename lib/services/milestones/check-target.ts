import type { Tx } from "@/db/client";
import { findChallenge } from "@/db/queries/challenges";
import { findStreak } from "@/db/queries/streaks";
import { type Amount, amountOf, ONE } from "@/lib/domain/amount";
import type { ParentSlug } from "@/lib/domain/record";
import { invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

/**
 * Checks that a milestone's parent exists and its target fits: on a streak, a whole number up to its completion target.
 * @throws AppError `invalid_request` that points at the field
 */
export async function checkTarget(
  context: ServiceContext,
  tx: Tx,
  parent: { slug: ParentSlug; id: string },
  target: Amount,
): Promise<void> {
  const find = parent.slug === "streak" ? findStreak : findChallenge;
  const row = await find(context.scope, tx, parent.id);
  if (!row)
    throw invalidField(
      "/linkedSchemaRecordId",
      "not_found",
      `linkedSchemaRecordId names no ${parent.slug} of this program`,
    );
  if (!("aggregationTargetValue" in row)) return;
  if (target % ONE === 0n && target <= amountOf(row.completionTargetValue)) return;
  throw invalidField(
    "/milestoneTargetValue",
    "out_of_range",
    `milestoneTargetValue must be a whole number from 1 to ${row.completionTargetValue}, the streak's completionTargetValue`,
  );
}
