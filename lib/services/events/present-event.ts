import type { ListenerRow } from "@/db/queries/listeners";
import type { EventCreate } from "@/lib/contracts/event";
import type { AppError, FieldError } from "@/lib/errors";
import type { AwardAnswer, IngestAnswer } from "@/lib/services/activity/attempt-ingest";
import type { LogAnswer } from "@/lib/services/activity/present-answer";

/** Why an effect did not come about; of a repeat, with the id of the log or entry that the first one left. */
interface Refusal {
  status: "duplicate" | "refused";
  code: string;
  message: string;
  firstId?: unknown;
}

type ParentEffect = { kind: "streak" | "challenge"; id: string } & (
  | Refusal
  | ({ status: "applied"; log: object } & Pick<
      LogAnswer,
      "progress" | "achievedMilestones" | "achievedMilestoneRewardLogs"
    >)
);
type PointsEffect = { kind: "points"; eventType: string } & (
  | Refusal
  | { status: "applied"; ledgerId: string; pointsAwarded: number; userBalance: number }
);

/** What one event did, for each that listens to its type. */
export interface EventAnswer {
  id: unknown;
  /**
   * `applied`: it had an effect. `duplicate`: it had one before. `refused`: none, for the reasons given. `ignored`:
   * nothing listens. `invalid`: its shape. `failed`: for a reason of ours, so that sending it again is right.
   */
  status: "applied" | "duplicate" | "refused" | "ignored" | "invalid" | "failed";
  code?: string;
  message?: string;
  errors?: FieldError[];
  effects: (ParentEffect | PointsEffect)[];
}

/** Tells what became of an event by the answers of its logs and its award. */
export function presentEvent(
  { id, type }: EventCreate,
  heard: readonly ListenerRow[],
  logs: readonly IngestAnswer[],
  award: AwardAnswer | undefined,
): EventAnswer {
  const ofParents = logs.flatMap((answer, position) => {
    const listener = heard[position];
    return listener ? parentEffect(listener, answer) : [];
  });
  const effects = [...ofParents, ...pointsEffects(type, award)];
  if (effects.length > 0) return { id, status: statusOf(effects), effects };
  const message = `Nothing listens to ${type}: no streak or challenge has it in its activityIds, no reward rule is for it.`;
  return { id, status: "ignored", code: "no_listener", message, effects };
}

/** An event that could not be looked at: `id` is whatever it had for one. */
export function presentBadEvent(id: unknown, error: AppError): EventAnswer {
  const { code, status, params, message } = error;
  if (status === 500) return { id, status: "failed", code, message: "Something failed on our side.", effects: [] };
  return { id, status: "invalid", code, message, errors: params.errors ?? [], effects: [] };
}

function statusOf(effects: EventAnswer["effects"]): EventAnswer["status"] {
  const has = (status: string) => effects.some((effect) => effect.status === status);
  return has("applied") ? "applied" : has("duplicate") ? "duplicate" : "refused";
}

function parentEffect({ slug, id }: ListenerRow, answer: IngestAnswer): ParentEffect {
  if ("refused" in answer) return { kind: slug, id, ...refusal(answer.refused, slug) };
  const { progress, achievedMilestones, achievedMilestoneRewardLogs, achievedMilestone, ...rest } = answer.log;
  const { achievedMilestoneRewardLog, ...log } = rest;
  return { kind: slug, id, status: "applied", log, progress, achievedMilestones, achievedMilestoneRewardLogs };
}

/** Without a reward rule there is nothing to tell. */
function pointsEffects(eventType: string, answer: AwardAnswer | undefined): PointsEffect[] {
  if (!answer) return [];
  if ("refused" in answer)
    return answer.refused.code === "not_found" ? [] : [{ kind: "points", eventType, ...refusal(answer.refused) }];
  const { ledgerId, points, balance } = answer.credited;
  return [{ kind: "points", eventType, status: "applied", ledgerId, pointsAwarded: points, userBalance: balance }];
}

function refusal(error: AppError, slug = ""): Refusal {
  const { code, params } = error;
  if (code === "duplicate")
    return { status: "duplicate", code, message: "This event was taken in before.", firstId: params.extra?.["id"] };
  // The one thing of an event's shape that only the streak or challenge knows.
  const message = code === "invalid_request" ? `value is required: the ${slug} adds values up` : error.message;
  return { status: "refused", code, message };
}
