import type { Operation } from "@/lib/http/operations/operation";
import type { ServiceContext } from "@/lib/services/context";
import { getChallengeTimeline } from "@/lib/services/timeline/get-challenge-timeline";
import { getStreakTimeline } from "@/lib/services/timeline/get-streak-timeline";

/** Why a member stands where the member stands, period by period. */
export const timelineOperations: Operation[] = [
  timeline("streak_progress", getStreakTimeline),
  timeline("challenge_progress", getChallengeTimeline),
];

function timeline(
  slug: string,
  tell: (context: ServiceContext, id: string, parameters: URLSearchParams) => Promise<unknown>,
): Operation {
  return {
    method: "GET",
    path: `/schema/${slug}/record/{id}/timeline`,
    access: "program",
    maxBytes: null,
    parameters: null,
    run: async (context, { params, query }) => ({ status: 200, body: await tell(context, params["id"] ?? "", query) }),
  };
}
