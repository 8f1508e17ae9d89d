import {
  type AccountStreakRow,
  listAccountStreaks as fetchAccountStreaks,
  findRulesAndPosition,
  type Position,
  type RuleRow,
} from "@/db/queries/account-streaks";
import { accountStreaksParameters, REPEATABLE_PARAMETERS } from "@/lib/contracts/account-streaks";
import { uuid } from "@/lib/contracts/fields";
import { amountFromText } from "@/lib/domain/amount";
import { invalidField } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { decodeCursor, encodeCursor } from "@/lib/services/cursor";
import { parseParameters } from "@/lib/services/parse-parameters";
import { iso, wireAmount } from "@/lib/services/wire";

const ORDER = "account_streaks";

/**
 * Lists the running streaks of members on the streaks asked for, as of now: a row for each member and streak, by member
 * and then streak; one without a running streak too (DOMAIN 4).
 * @returns the rows, and a cursor behind the last one when there is more
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter, or a `startingAfter` that is gone
 */
export async function listAccountStreaks(context: ServiceContext, parameters: URLSearchParams) {
  authorize(context, "members:read");
  const { scope, db, now, program } = context;
  const asked = parseParameters(accountStreaksParameters, parameters, REPEATABLE_PARAMETERS);
  const given = asked.startingAfter ?? null;
  const afterId = given === null ? null : (uuid.safeParse(given).data ?? null);
  const { rules, position } = await findRulesAndPosition(scope, db, [...new Set(asked.loyaltyRuleId)], afterId);
  if (afterId !== null && position === null) throw gone();
  const after = given !== null && afterId === null ? positionOf(context, given) : position;

  const { websiteId = program.id, organizationId = program.organizationId } = asked;
  const elsewhere = websiteId !== program.id || organizationId !== program.organizationId;
  if (elsewhere || rules.length === 0) return { rows: [], next: null };
  const filter = {
    memberId: asked.userId ?? null,
    walletAddress: asked.walletAddress ?? null,
    groupId: asked.userGroupId ?? null,
  };
  const ruleIds = rules.map(({ id }) => id);
  const fetched = await fetchAccountStreaks(scope, db, ruleIds, filter, after, asked.limit + 1, now);
  const shown = fetched.slice(0, asked.limit);
  const last = fetched.length > asked.limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => present(row, rules)),
    next: last ? encodeCursor(program, ORDER, [last.memberId, last.ruleId]) : null,
  };
}

function positionOf({ program }: ServiceContext, cursor: string): Position {
  const [memberId, ruleId] = decodeCursor(program, ORDER, cursor);
  if (!memberId || !ruleId) throw new Error("a cursor of ours lacks a key");
  return { memberId, ruleId };
}

function gone() {
  return invalidField(
    "?startingAfter",
    "not_found",
    "startingAfter names no row that exists: take the id or userId of a row, or the Link of an answer",
  );
}

function present({ memberId, ruleId, walletAddress, run }: AccountStreakRow, rules: RuleRow[]) {
  const milestones = rules.find(({ id }) => id === ruleId)?.milestones ?? [];
  return {
    id: run?.id ?? null,
    createdAt: iso(run?.createdAt ?? null),
    updatedAt: iso(run?.updatedAt ?? null),
    expiresAt: iso(run?.breaksAt ?? null),
    streakCount: run?.length ?? 0,
    userId: memberId,
    loyaltyRuleId: ruleId,
    walletAddress: walletAddress ?? "",
    milestone: milestones.map(({ target, points }) => ({
      streakMilestone: wireAmount(amountFromText(target)),
      streakAmount: points,
    })),
  };
}
