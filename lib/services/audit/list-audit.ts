import { findAuditEntries } from "@/db/queries/audit-entries";
import { auditRequest } from "@/lib/contracts/audit";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import {
  AUDIT_SLUGS,
  type AuditAction,
  type AuditedRecord,
  type AuditSlug,
  type FieldChange,
  fieldChanges,
} from "@/lib/domain/audit";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { decodeCursor, encodeCursor } from "@/lib/services/cursor";
import { parse } from "@/lib/services/parse";
import { type CodeMask, codeMask } from "@/lib/services/reward-logs/code-mask";
import { iso } from "@/lib/services/wire";
import { type AuditActor, nameActors } from "./name-actors";

/** Who may read a kind of record may read what was done to it. */
const READ_BY: Readonly<Record<AuditSlug, ConsoleScope>> = {
  streak: "campaigns:read",
  challenge: "campaigns:read",
  milestone: "campaigns:read",
  icon: "campaigns:read",
  program: "campaigns:read",
  reward_log: "rewards:read",
  member: "members:read",
  user_group: "members:read",
  reward_rule: "points:read",
  api_key: "keys:write",
  widget_secret: "keys:write",
  person: "team:write",
  invite: "team:write",
};

/** One change: who, what, before and after, when. */
export interface AuditEntry {
  id: string;
  createdAt: string;
  actor: AuditActor;
  action: AuditAction;
  slug: AuditSlug;
  recordId: string;
  before: AuditedRecord | null;
  after: AuditedRecord | null;
  /** What differs, value by value: also of a coupon code that the reader does not see. */
  changes: FieldChange[];
  requestId: string;
}

const ORDER = "audit_entry";

/**
 * The audit trail, newest first, by kind, record, person and time: the changes of what the reader may read, coupon codes hidden
 * from who may not see them.
 * @throws AppError `forbidden`; `invalid_request` that names what is wrong
 */
export async function listAudit(
  context: ServiceContext,
  request: unknown,
): Promise<{ data: AuditEntry[]; nextCursor: string | null }> {
  authorize(context, "campaigns:read");
  const { slug, startingAfter, limit, ...only } = parse(auditRequest, request);
  const after = startingAfter === null ? null : decodeCursor(context.program, ORDER, startingAfter);
  const [createdAt, id] = after ?? [];
  const found = await findAuditEntries(context.scope, context.db, {
    ...only,
    slugs: readableSlugs(context).filter((readable) => slug === null || readable === slug),
    after: createdAt && id ? { createdAt, id } : null,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const nameOf = await nameActors(
    context,
    rows.map(({ actorKind, actorId }) => ({ kind: actorKind, id: actorId })),
  );
  const mask = codeMask(context);
  return {
    data: rows.map((row) => ({
      id: row.id,
      createdAt: iso(row.createdAt),
      actor: nameOf({ kind: row.actorKind, id: row.actorId }),
      action: row.action,
      slug: row.slug,
      recordId: row.recordId,
      before: row.before && mask(row.before),
      after: row.after && mask(row.after),
      changes: fieldChanges(row.before, row.after).map((change) => maskedChange(mask, change)),
      requestId: row.requestId,
    })),
    nextCursor: last ? encodeCursor(context.program, ORDER, [iso(last.createdAt), last.id]) : null,
  };
}

/** A change with its values masked, each as its record's would be: that one code took another's place stays told. */
function maskedChange(mask: CodeMask, { path, before, after }: FieldChange): FieldChange {
  const [field = ""] = path;
  const masked = (value: unknown) => mask({ [field]: value })[field];
  return { path, before: masked(before), after: masked(after) };
}

/** The kinds of records whose changes the caller may read. */
export function readableSlugs({ actor }: ServiceContext): readonly AuditSlug[] {
  if (actor.kind === "system") return AUDIT_SLUGS;
  const held: readonly ConsoleScope[] = actor.kind === "member" ? [] : actor.scopes;
  return AUDIT_SLUGS.filter((slug) => held.some((scope) => scope === READ_BY[slug]));
}
