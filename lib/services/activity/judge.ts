import type { EventRow, ParentRow } from "@/db/queries/ingest/load-ingest";
import type { ActivityCreate } from "@/lib/contracts/activity-log";
import type { MemberCreate } from "@/lib/contracts/member";
import type { EpochMs } from "@/lib/domain/period";
import type { Status } from "@/lib/domain/record";
import { AppError, invalidField } from "@/lib/errors";

/** How far ahead of the server's clock an activity may be dated (DOMAIN 3). */
const MAX_AHEAD_MS = 5 * 60_000;

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

/**
 * Judges rows one after the other, in the order of refusals that DOMAIN 3 gives: shape, parent, repeat, ahead, member,
 * parent's state, schedule. A row may repeat, or use the member of, an accepted row before it; `logIds` are the rows'.
 */
export function judgeRows(rows: readonly IngestRow[], logIds: readonly string[], evidence: Evidence): Verdict[] {
  const bench = new Bench(evidence);
  return rows.map((row, position) => {
    if (row instanceof AppError) return { refused: row };
    const verdict = bench.judge(row);
    if (verdict instanceof AppError) return { refused: verdict };
    bench.remember(verdict, logIds[position] ?? "");
    return { accepted: verdict };
  });
}

class Bench {
  readonly #parents: Map<string, ParentRow>;
  readonly #byId: Map<string, KnownMember>;
  readonly #byExternalId: Map<string, KnownMember>;
  readonly #wallets: Set<string>;
  readonly #events: Map<string, string>;
  readonly #now: EpochMs;

  constructor({ parents, members, repeats, now }: Evidence) {
    this.#parents = new Map(parents.map((parent) => [`${parent.slug} ${parent.id}`, parent]));
    this.#byId = new Map(members.map((member) => [member.id, member]));
    this.#byExternalId = new Map(members.map((member) => [member.externalId, member]));
    this.#wallets = new Set(
      members.flatMap(({ walletAddress }) => (walletAddress ? [walletAddress.toLowerCase()] : [])),
    );
    this.#events = new Map(repeats.map((event) => [eventKey(event.slug, event.parentId, event.identifier), event.id]));
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
    if (first) return repeated(first);
    if (activity.activityAt > this.#now + MAX_AHEAD_MS)
      return new AppError("activity_in_future", {
        detail: "activityAt lies more than 5 minutes ahead of the server's clock.",
        errors: [{ pointer: "/activityAt", code: "activity_in_future", message: "must be at most 5 minutes ahead" }],
      });
    const member = this.#memberOf(activity);
    if (member instanceof AppError) return member;
    return this.#judgeParent(activity, parent) ?? { activity, parent, ...member };
  }

  remember({ activity, newMember, externalId }: Accepted, logId: string): void {
    this.#events.set(eventKey(activity.slug, activity.parentId, activity.uniqueIdentifier), logId);
    if (!newMember) return;
    this.#byExternalId.set(externalId, { id: "", externalId, status: newMember.status });
    if (newMember.walletAddress) this.#wallets.add(newMember.walletAddress.toLowerCase());
  }

  #memberOf({ ownedById, ownedBy }: ActivityCreate): Pick<Accepted, "externalId" | "newMember"> | AppError {
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

function repeated(id: string): AppError {
  return new AppError("duplicate", { detail: `This uniqueIdentifier was logged before, as ${id}.`, extra: { id } });
}

function eventKey(slug: string, parentId: string, identifier: string): string {
  return `${slug} ${parentId} ${identifier}`;
}
