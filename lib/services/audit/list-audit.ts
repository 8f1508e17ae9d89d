import { type AuditRow, findAuditEntries } from "@/db/queries/audit-entries";
import { findMembersByIds } from "@/db/queries/members";
import { findKeyNames, findUsers } from "@/db/queries/team";
import { auditRequest } from "@/lib/contracts/audit";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { decodeCursor, encodeCursor } from "@/lib/services/cursor";
import { parse } from "@/lib/services/parse";
import { codeMask } from "@/lib/services/reward-logs/code-mask";
import { iso } from "@/lib/services/wire";

/** Who may read a kind of record may read what was done to it. A kind that is not here shows to nobody. */
const READ_BY: Readonly<Record<string, ConsoleScope>> = {
  streak: "campaigns:read",
  challenge: "campaigns:read",
  milestone: "campaigns:read",
  icon: "campaigns:read",
  program: "campaigns:read",
  reward_log: "rewards:read",
  member: "members:read",
  user_group: "members:read",
  reward_rule: "points:read",
  ledger_entry: "points:read",
  api_key: "keys:write",
  webhook_endpoint: "keys:write",
  person: "team:write",
  invite: "team:write",
};

/** One change: who, what, before and after, when. */
export interface AuditEntry {
  id: string;
  createdAt: string;
  /** `name` is null for the system, and for a key or member that is gone without a trace. */
  actor: { kind: string; id: string | null; name: string | null; detail: string | null };
  action: string;
  slug: string;
  recordId: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  requestId: string;
}

const ORDER = "audit_entry";

/**
 * The audit trail, newest first, by record and person: the changes of what the reader may read, coupon codes hidden
 * from who may not see them.
 * @throws AppError `forbidden`; `invalid_request` that names what is wrong
 */
export async function listAudit(
  context: ServiceContext,
  request: unknown,
): Promise<{ data: AuditEntry[]; nextCursor: string | null }> {
  authorize(context, "campaigns:read");
  const { recordId, actorId, startingAfter, limit } = parse(auditRequest, request);
  const after = startingAfter === null ? null : decodeCursor(context.program, ORDER, startingAfter);
  const [createdAt, id] = after ?? [];
  const found = await findAuditEntries(context.scope, context.db, {
    slugs: readableSlugs(context),
    recordId,
    actorId,
    after: createdAt && id ? { createdAt, id } : null,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const names = await nameActors(context, rows);
  const mask = codeMask(context);
  return {
    data: rows.map((row) => ({
      id: row.id,
      createdAt: iso(row.createdAt),
      actor: { kind: row.actorKind, id: row.actorId, ...(names.get(row.actorId ?? "") ?? NOBODY) },
      action: row.action,
      slug: row.slug,
      recordId: row.recordId,
      before: row.before && mask(row.before),
      after: row.after && mask(row.after),
      requestId: row.requestId,
    })),
    nextCursor: last ? encodeCursor(context.program, ORDER, [iso(last.createdAt), last.id]) : null,
  };
}

function readableSlugs({ actor }: ServiceContext): string[] {
  const slugs = Object.keys(READ_BY);
  if (actor.kind === "system") return slugs;
  const held: readonly ConsoleScope[] = actor.kind === "member" ? [] : actor.scopes;
  return slugs.filter((slug) => held.some((scope) => scope === READ_BY[slug]));
}

const NOBODY = { name: null, detail: null };

/** Users by name and address, keys by name, members by their external id: a statement for each kind. */
async function nameActors({ scope, db }: ServiceContext, rows: readonly AuditRow[]) {
  const ids = (kind: string) => [
    ...new Set(rows.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId ? [actorId] : []))),
  ];
  const [users, keys, members] = [
    await findUsers(db, ids("user")),
    await findKeyNames(scope, db, ids("key")),
    await findMembersByIds(scope, db, ids("member")),
  ];
  return new Map<string, { name: string; detail: string | null }>([
    ...users.map(({ id, name, email }) => [id, { name, detail: email }] as const),
    ...keys.map(({ id, name }) => [id, { name, detail: null }] as const),
    ...members.map(({ id, externalId }) => [id, { name: externalId, detail: null }] as const),
  ]);
}
