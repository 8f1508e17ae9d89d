import type { Operation } from "@/lib/http/operations/operation";
import { getChallengeProgress } from "@/lib/services/challenge-progress/get-challenge-progress";
import { listChallengeProgress } from "@/lib/services/challenge-progress/list-challenge-progress";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { deleteChallenge } from "@/lib/services/challenges/delete-challenge";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { deleteMilestone } from "@/lib/services/milestones/delete-milestone";
import { getMilestone } from "@/lib/services/milestones/get-milestone";
import { listMilestones } from "@/lib/services/milestones/list-milestones";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { getStreakProgress } from "@/lib/services/streak-progress/get-streak-progress";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { recordOperations } from "./records";

/** Streaks, challenges, their milestones, and how members stand on them. */
export const campaignOperations: Operation[] = [
  ...recordOperations("streak", {
    create: createStreak,
    get: getStreak,
    list: listStreaks,
    update: updateStreak,
    delete: deleteStreak,
  }),
  ...recordOperations("challenge", {
    create: createChallenge,
    get: getChallenge,
    list: listChallenges,
    update: updateChallenge,
    delete: deleteChallenge,
  }),
  ...recordOperations("milestone", {
    create: createMilestone,
    get: getMilestone,
    list: listMilestones,
    update: updateMilestone,
    delete: deleteMilestone,
  }),
  ...recordOperations("streak_progress", { get: getStreakProgress, list: listStreakProgress }),
  ...recordOperations("challenge_progress", { get: getChallengeProgress, list: listChallengeProgress }),
];
