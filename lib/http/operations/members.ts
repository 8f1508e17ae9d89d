import type { Operation } from "@/lib/http/operations/operation";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { updateMember } from "@/lib/services/members/update-member";
import { getRewardLog } from "@/lib/services/reward-logs/get-reward-log";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { recordOperations } from "./records";

/** Members and the rewards they earned. */
export const memberOperations: Operation[] = [
  ...recordOperations("member", {
    create: createMember,
    get: getMember,
    list: listMembers,
    update: updateMember,
    delete: deleteMember,
  }),
  ...recordOperations("reward_log", { get: getRewardLog, list: listRewardLogs, update: updateRewardLog }),
];
