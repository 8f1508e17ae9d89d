import { MAX_BATCH_BODY, type Operation } from "@/lib/http/operations/operation";
import { toProblem } from "@/lib/http/problem";
import { createLog, createLogs } from "@/lib/services/activity/create-log";
import { getChallengeLog } from "@/lib/services/challenge-logs/get-challenge-log";
import { listChallengeLogs } from "@/lib/services/challenge-logs/list-challenge-logs";
import { getStreakLog } from "@/lib/services/streak-logs/get-streak-log";
import { listStreakLogs } from "@/lib/services/streak-logs/list-streak-logs";
import { recordOperations } from "./records";

/** Activity comes in one by one or in batches; a log is never changed. */
export const logOperations: Operation[] = [
  batch("streak"),
  batch("challenge"),
  ...recordOperations("streak_log", {
    create: (context, body) => createLog(context, "streak", body),
    get: getStreakLog,
    list: listStreakLogs,
  }),
  ...recordOperations("challenge_log", {
    create: (context, body) => createLog(context, "challenge", body),
    get: getChallengeLog,
    list: listChallengeLogs,
  }),
];

function batch(slug: "streak" | "challenge"): Operation {
  return {
    method: "POST",
    path: `/schema/${slug}_log/record/batch`,
    access: "program",
    maxBytes: MAX_BATCH_BODY,
    parameters: [],
    run: async (context, { body }) => {
      const answers = await createLogs(context, slug, body);
      const data = answers.map((answer) =>
        "log" in answer
          ? { status: 201, data: answer.log }
          : { status: answer.refused.status, error: toProblem(answer.refused, context.requestId) },
      );
      // A row that failed on our side is worth another try; those that succeeded are told as repeats then.
      return { status: 200, body: { data }, ...(data.some(({ status }) => status >= 500) && { final: false }) };
    },
  };
}
