import { z } from "zod";
import type { ServiceContext } from "@/lib/services/context";
import { nameMembers } from "@/lib/services/members/name-members";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { csvPages } from "./csv-pages";

/** Named so that an export with codes filled in can be imported as it is (lib/domain/code-file). */
const BEFORE = ["id", "createdAt"] as const;
const AFTER = [
  "milestoneId",
  "linkedSchemaSlug",
  "linkedSchemaRecordId",
  "periodKey",
  "state",
  "couponCode",
  "rewardIssuedAt",
  "rewardExpiryAt",
  "rewardRedeemedAt",
] as const;
const HEADER = [...BEFORE, "memberExternalId", "memberName", "milestone", ...AFTER];

const value = z.string().nullable();
const record = z.object({
  ...(Object.fromEntries([...BEFORE, ...AFTER].map((name) => [name, value])) as Record<
    (typeof BEFORE | typeof AFTER)[number],
    typeof value
  >),
  ownedById: z.string(),
  milestone: z.object({ name: z.string() }),
});

/**
 * The reward logs of a filter as CSV, in pieces; `parameters` are `filters` of the list and `order`,
 * as of `csvPages`.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function exportRewardLogs(context: ServiceContext, parameters: URLSearchParams) {
  return csvPages(
    parameters,
    HEADER,
    (page) => listRewardLogs(context, page),
    async (records) => {
      const rewards = records.map((one) => record.parse(one));
      const members = await nameMembers(
        context,
        rewards.map(({ ownedById }) => ownedById),
      );
      return rewards.map((reward) => {
        const member = members.get(reward.ownedById);
        return [
          ...BEFORE.map((name) => reward[name]),
          member?.externalId ?? null,
          member?.name ?? null,
          reward.milestone.name,
          ...AFTER.map((name) => reward[name]),
        ];
      });
    },
  );
}
