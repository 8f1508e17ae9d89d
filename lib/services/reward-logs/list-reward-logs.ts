import { listRewardLogs as fetchRewardLogs } from "@/db/queries/reward-logs";
import { rewardLogFields, rewardLogList } from "@/lib/contracts/reward-log";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { emptyList, type ListAnswer, listRecords } from "@/lib/services/list-records";
import { codeMask, seesCodes } from "./code-mask";
import { presentRewardLog, presentRewardLogToMember } from "./present-reward-log";

const NOUN = { slug: "reward_log", types: rewardLogList, fields: rewardLogFields };
const { couponCode: _code, ...maskedTypes } = rewardLogList;
/** By what a filter finds a hidden code would be told after all. */
const MASKED_NOUN = { ...NOUN, types: maskedTypes };

/**
 * Lists reward logs, by the parameters of every list (DOMAIN 4); a member's own only. Codes are hidden from who may not see them.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listRewardLogs(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  const { scope, db, now } = context;
  const viewer = authorizeReader(context, "rewards:read");
  if (!viewer.everyone && viewer.memberId === null) return emptyList(parameters, NOUN);
  const memberId = viewer.everyone ? null : viewer.memberId;
  const present = viewer.everyone ? presentRewardLog : presentRewardLogToMember;
  const mask = codeMask(context);
  return listRecords(
    context,
    parameters,
    seesCodes(context) ? NOUN : MASKED_NOUN,
    (query) => fetchRewardLogs(scope, db, query, now, memberId),
    async (rows, languageCode) => {
      const milestones = rows.map(({ milestone }) => milestone);
      const reading = await recordReading(context, db, milestones, languageCode);
      return rows.map((row) => mask(present(row, now, reading)));
    },
  );
}
