import type { AwardedRow, RuleRow } from "@/db/queries/ingest/load-ingest";
import type { MemberCreate } from "@/lib/contracts/member";
import type { EpochMs } from "@/lib/domain/period";
import { AppError } from "@/lib/errors";
import { repeated } from "./refusals";

/** Points that a row is to earn by the reward rule of its event type, in the transaction of the logs beside it. */
export interface AwardRow {
  eventType: string;
  /** Counts once for each event type, for ever. */
  reference: string;
  activityAt: EpochMs;
  ownedBy: MemberCreate;
  metadata: Record<string, unknown> | null;
  /** How many rows of activity come before it: its entry stands behind theirs in the ledger. */
  after: number;
}

/** An award that counts. `newMember` is given by the row that creates its member. */
export interface AcceptedAward {
  award: AwardRow;
  rule: RuleRow;
  externalId: string;
  newMember: MemberCreate | null;
}

/** Entries that an ingest finds, and finds again once its members are locked. */
export class AwardEvidence {
  readonly #rules: Map<string, RuleRow>;
  readonly #entries: Map<string, string>;

  constructor(rules: RuleRow[], awarded: AwardedRow[]) {
    this.#rules = new Map(rules.map((rule) => [rule.eventType, rule]));
    this.#entries = new Map(awarded.map(({ eventType, reference, id }) => [`${eventType} ${reference}`, id]));
  }

  /** The rule by which an award may count, or why it cannot: there is none, or it was given before. */
  ruleOf({ eventType, reference }: AwardRow): RuleRow | AppError {
    const rule = this.#rules.get(eventType);
    if (!rule) return new AppError("not_found", { detail: "There is no reward rule for this event type." });
    const first = this.#entries.get(`${eventType} ${reference}`);
    return first === undefined ? rule : repeated("These points were awarded before", first);
  }

  remember({ eventType, reference }: AwardRow, entryId: string): void {
    this.#entries.set(`${eventType} ${reference}`, entryId);
  }
}

/** A rule that is a draft or paused gives nothing. */
export function refuseByRule({ status }: RuleRow): AppError | null {
  if (status === "live") return null;
  return new AppError("rule_not_live", { detail: `The reward rule is ${status}, so it gives no points.` });
}
