import type { AwardedRow, EventRow, ParentRow, RuleRow } from "@/db/queries/ingest/load-ingest";
import type { ActivityCreate } from "@/lib/contracts/activity-log";
import type { MemberCreate } from "@/lib/contracts/member";
import type { EpochMs } from "@/lib/domain/period";
import type { Status } from "@/lib/domain/record";
import { AppError, invalidField } from "@/lib/errors";
import { type AcceptedAward, AwardEvidence, type AwardRow, refuseByRule } from "./award";
import { refuseAhead, repeated } from "./refusals";

/** A row of an ingest: an activity, or why its shape was refused. */
export type IngestRow = ActivityCreate | AppError;

interface KnownMember {
  id: string;
  externalId: string;
  walletAddress?: string | null;
  status: Status;
}

/** What rows are judged by; read once before members are locked, and again after. */
export interface Evidence {
  parents: ParentRow[];
  members: KnownMember[];
  repeats: EventRow[];
  rules: RuleRow[];
  /** Entries of awards that were made before. */
  awarded: AwardedRow[];
  now: EpochMs;
}

/** An activity that counts. `newMember` is given by the row that creates its member. */
export interface Accepted {
  activity: ActivityCreate;
  parent: ParentRow;
  externalId: string;
  newMember: MemberCreate | null;
}

export type Verdict = { accepted: Accepted } | { refused: AppError };
export type AwardVerdict = { accepted: AcceptedAward } | { refused: AppError };

/** What rows are to become, each with the id that it gets when it is accepted. */
export interface Intake {
  rows: readonly IngestRow[];
  logIds: readonly string[];
  awards: readonly AwardRow[];
  entryIds: readonly string[];
}

/**
 * Judges rows one after the other, in the order of refusals that DOMAIN 3 gives: shape, parent, repeat, ahead, member,
 * parent's state, schedule; awards likewise, after them. A row may repeat, or use the member of, an accepted row before it.
 */
export function judge(
  { rows, logIds, awards, entryIds }: Intake,
  evidence: Evidence,
): { logs: Verdict[]; awards: AwardVerdict[] } {
  const bench = new Bench(evidence);
  const logs = rows.map((row, position): Verdict => {
    if (row instanceof AppError) return { refused: row };
    const verdict = bench.judge(row);
    if (verdict instanceof AppError) return { refused: verdict };
    bench.remember(verdict, logIds[position] ?? "");
    return { accepted: verdict };
  });
  const judged = awards.map((award, position): AwardVerdict => {
    const verdict = bench.judgeAward(award);
    if (verdict instanceof AppError) return { refused: verdict };
    bench.rememberAward(verdict, entryIds[position] ?? "");
    return { accepted: verdict };
  });
  return { logs, awards: judged };
}

type Owner = Partial<Pick<ActivityCreate, "ownedById" | "ownedBy">>;

class Bench {
  readonly #parents: Map<string, ParentRow>;
  readonly #byId: Map<string, KnownMember>;
  readonly #byExternalId: Map<string, KnownMember>;
  readonly #wallets: Set<string>;
  readonly #events: Map<string, string>;
  readonly #awards: AwardEvidence;
  readonly #now: EpochMs;

  constructor({ parents, members, repeats, rules, awarded, now }: Evidence) {
    this.#parents = new Map(parents.map((parent) => [`${parent.slug} ${parent.id}`, parent]));
    this.#byId = new Map(members.map((member) => [member.id, member]));
    this.#byExternalId = new Map(members.map((member) => [member.externalId, member]));
    this.#wallets = new Set(
      members.flatMap(({ walletAddress }) => (walletAddress ? [walletAddress.toLowerCase()] : [])),
    );
    this.#events = new Map(repeats.map((event) => [eventKey(event.slug, event.parentId, event.identifier), event.id]));
    this.#awards = new AwardEvidence(rules, awarded);
    this.#now = now;
  }

  judge(activity: ActivityCreate): Accepted | AppError {
    const { slug, parentId } = activity;
    const parent = this.#parents.get(`${slug} ${parentId}`);
    if (!parent)
      return new AppError("not_found", {
        detail: `There is no ${slug} with this id.`,
        errors: [{ pointer: `/${slug}Id`, code: "not_found", message: `names no ${slug} of this program` }],
      });
    if (parent.aggregationMethod === "sum" && activity.activityValue === null)
      return invalidField("/activityValue", "required", `activityValue is required: the ${slug} adds values up`);
    const first = this.#events.get(eventKey(slug, parentId, activity.uniqueIdentifier));
    if (first) return repeated("This uniqueIdentifier was logged before", first);
    const ahead = refuseAhead(activity.activityAt, this.#now, "activityAt");
    if (ahead) return ahead;
    const member = this.#memberOf(activity);
    if (member instanceof AppError) return member;
    return this.#judgeParent(activity, parent) ?? { activity, parent, ...member };
  }

  remember({ activity, newMember, externalId }: Accepted, logId: string): void {
    this.#events.set(eventKey(activity.slug, activity.parentId, activity.uniqueIdentifier), logId);
    this.#rememberMember(externalId, newMember);
  }

  judgeAward(award: AwardRow): AcceptedAward | AppError {
    const rule = this.#awards.ruleOf(award);
    if (rule instanceof AppError) return rule;
    const ahead = refuseAhead(award.activityAt, this.#now, "at");
    if (ahead) return ahead;
    const member = this.#memberOf(award);
    if (member instanceof AppError) return member;
    return refuseByRule(rule) ?? { award, rule, ...member };
  }

  rememberAward({ award, externalId, newMember }: AcceptedAward, entryId: string): void {
    this.#awards.remember(award, entryId);
    this.#rememberMember(externalId, newMember);
  }

  #rememberMember(externalId: string, newMember: MemberCreate | null): void {
    if (!newMember) return;
    this.#byExternalId.set(externalId, { id: "", externalId, status: newMember.status });
    if (newMember.walletAddress) this.#wallets.add(newMember.walletAddress.toLowerCase());
  }

  #memberOf({ ownedById, ownedBy }: Owner): Pick<Accepted, "externalId" | "newMember"> | AppError {
    const known = ownedBy ? this.#byExternalId.get(ownedBy.externalId) : this.#byId.get(ownedById ?? "");
    if (!known && !ownedBy)
      return new AppError("not_found", {
        detail: "There is no member with this id.",
        errors: [{ pointer: "/ownedById", code: "not_found", message: "names no member of this program" }],
      });
    if ((known ?? ownedBy)?.status !== "live")
      return new AppError("member_not_live", { detail: "The member is not live, so activity does not count." });
    if (known) return { externalId: known.externalId, newMember: null };
    if (!ownedBy) throw new Error("a member is known by id or given");
    if (ownedBy.walletAddress && this.#wallets.has(ownedBy.walletAddress.toLowerCase()))
      return new AppError("conflict", {
        detail: "Another member of this program has this walletAddress.",
        errors: [{ pointer: "/ownedBy/walletAddress", code: "taken", message: "belongs to another member" }],
      });
    return { externalId: ownedBy.externalId, newMember: ownedBy };
  }

  #judgeParent({ slug, activityAt }: ActivityCreate, parent: ParentRow): AppError | null {
    if (parent.status !== "live")
      return new AppError("parent_not_live", {
        detail: `The ${slug} is ${parent.status}, so activity does not count.`,
      });
    const early = parent.startsAt !== null && activityAt < parent.startsAt;
    const late = parent.endsAt !== null && activityAt >= parent.endsAt;
    if (!early && !late) return null;
    return new AppError("outside_schedule", {
      detail: `activityAt lies ${early ? "before the start" : "at or after the end"} of the ${slug}.`,
      errors: [{ pointer: "/activityAt", code: "outside_schedule", message: "must lie within startsAt and endsAt" }],
    });
  }
}

function eventKey(slug: string, parentId: string, identifier: string): string {
  return `${slug} ${parentId} ${identifier}`;
}
