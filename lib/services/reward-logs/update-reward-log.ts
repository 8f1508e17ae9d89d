import { findRewardLogForUpdate, updateRewardLog as writeRewardLog } from "@/db/queries/reward-logs";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import { decideRewardPatch } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentRewardLog } from "./present-reward-log";
import { refusedPatch } from "./refused-patch";

/**
 * Puts a code on a reward, dates it, redeems it: exactly the four editable fields (DOMAIN 2). The console's server
 * action and the PATCH operation both call this.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `redeemed` or `not_issued` when its state refuses
 */
export const updateRewardLog = mutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(rewardLogUpdate, patch);
    const current = await findRewardLogForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    const { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt } = current.reward;
    const decided = decideRewardPatch(
      { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt },
      changes,
      context.now,
    );
    if ("refusal" in decided) throw refusedPatch(decided.refusal);

    const reward = await writeRewardLog(context.scope, tx, id, { ...decided.fields, updatedAt: context.now });
    if (!reward) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current.milestone]);
    const after = presentRewardLog({ reward, milestone: current.milestone }, context.now, reading);
    return { recordId: id, before: presentRewardLog(current, context.now, reading), after, result: after };
  },
);
