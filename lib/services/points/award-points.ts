import type { z } from "zod";
import { type Award, type Awarded, awardPoints as writeAward } from "@/db/queries/ledger-entries";
import { pointsAward } from "@/lib/contracts/points";
import { MAX_BALANCE } from "@/lib/domain/points";
import { AppError, type ErrorCode } from "@/lib/errors";
import { watchGrowth } from "@/lib/services/activity/watch-growth";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { actorColumns } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { iso } from "@/lib/services/wire";

type Refusal = Extract<Awarded, { refused: string }>["refused"];

const REFUSALS: Record<Refusal, { code: ErrorCode; field: string; detail: string }> = {
  no_rule: { code: "not_found", field: "eventType", detail: "There is no live reward rule for this eventType" },
  no_member: { code: "not_found", field: "memberId", detail: "There is no such member" },
  duplicate: { code: "duplicate", field: "reference", detail: "Duplicate reference, points already awarded" },
  member_not_live: { code: "member_not_live", field: "userId", detail: "The user is not live, so nothing is earned" },
  balance_out_of_range: {
    code: "balance_out_of_range",
    field: "userId",
    detail: `The balance would lie beyond ${MAX_BALANCE}, which is the most that can be counted`,
  },
};

/**
 * Awards the points of the live reward rule for an event type to a member, who is made when new; `displayName` and
 * `email` change a known one. A `reference` counts once per event type, for ever (DOMAIN 4).
 * @throws AppError `forbidden`, `invalid_request`; `not_found` without a live rule, `duplicate`, `member_not_live`,
 * `balance_out_of_range`, looked at in this order: then nothing is written
 */
export async function awardPoints(context: ServiceContext, input: unknown) {
  return giveAward(context, parse(pointsAward, input), null);
}

/**
 * Gives an award, by hand to the member whose id is told.
 * @throws AppError as `awardPoints`; by hand `not_found` for an unknown member
 */
export async function giveAward(context: ServiceContext, fields: z.output<typeof pointsAward>, ownerId: string | null) {
  authorize(context, "points:write");
  const { userId, eventType, displayName, email, metadata, reference } = fields;
  const award: Award = {
    userId,
    ownerId,
    eventType,
    displayName: displayName ?? null,
    email: email ?? null,
    metadata: metadata ?? null,
    reference: reference ?? null,
    entryId: newId(),
    memberId: newId(),
    auditId: newId(),
    ...actorColumns(context.actor),
    requestId: context.requestId,
    at: iso(context.now),
    maxBalance: MAX_BALANCE,
  };
  const awarded = await writeAward(context.scope, context.db, award);
  if ("refused" in awarded) throw refusal(awarded.refused);
  await watchGrowth(context.db, 1);
  return {
    ledgerId: award.entryId,
    userId,
    eventType,
    pointsAwarded: awarded.points,
    userBalance: awarded.balance,
    ...(award.reference === null ? {} : { reference: award.reference }),
    createdAt: award.at,
  };
}

function refusal(reason: Refusal): AppError {
  const { code, field, detail } = REFUSALS[reason];
  return new AppError(code, { detail, errors: [{ pointer: `/${field}`, code, message: detail }] });
}
