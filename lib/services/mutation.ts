import { type Tx, transaction } from "@/db/client";
import { insertAuditEntries } from "@/db/queries/audit-entries";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import type { AuditAction, AuditSlug } from "@/lib/domain/audit";
import { authorize } from "./authorize";
import type { Actor, ServiceContext } from "./context";
import { newId } from "./ids";

type Wire = Readonly<Record<string, unknown>>;

interface MutationSpec<Input> {
  /** What the caller must hold; of a change that several may make, by what it changes. */
  scope: ConsoleScope | ((input: Input) => ConsoleScope);
  slug: AuditSlug;
  action: AuditAction;
}

/** What a change leaves behind: the record before and after it, as readers see it. */
interface AuditedChange {
  recordId: string;
  before: Wire | null;
  after: Wire | null;
}

/**
 * Wraps everything that changes a record: authorizes, opens the transaction, and writes the audit entry in it, so that
 * no verb can forget. Inside, only `tx` is used.
 * @throws AppError `forbidden`, and whatever `change` throws; then nothing is written
 */
export function mutation<Input, Result>(
  spec: MutationSpec<Input>,
  change: (context: ServiceContext, tx: Tx, input: Input) => Promise<AuditedChange & { result: Result }>,
): (context: ServiceContext, input: Input) => Promise<Result> {
  return bulkMutation(spec, async (context, tx, input: Input) => {
    const { result, ...changed } = await change(context, tx, input);
    return { changes: [changed], result };
  });
}

/** As `mutation`, for a verb that changes many records at once: each has an audit entry of its own. */
export function bulkMutation<Input, Result>(
  spec: MutationSpec<Input>,
  change: (
    context: ServiceContext,
    tx: Tx,
    input: Input,
  ) => Promise<{ changes: readonly AuditedChange[]; result: Result }>,
): (context: ServiceContext, input: Input) => Promise<Result> {
  return async (context, input) => {
    authorize(context, typeof spec.scope === "function" ? spec.scope(input) : spec.scope);
    return transaction(context.db, async (tx) => {
      const { changes, result } = await change(context, tx, input);
      const entries = changes.map(({ recordId, before, after }) => ({
        id: newId(),
        ...actorColumns(context.actor),
        action: spec.action,
        slug: spec.slug,
        recordId,
        before,
        after,
        requestId: context.requestId,
        createdAt: context.now,
      }));
      await insertAuditEntries(context.scope, tx, entries);
      return result;
    });
  };
}

/** Who acts, in the columns of the audit trail. */
export function actorColumns(actor: Actor): { actorKind: string; actorId: string | null } {
  if (actor.kind === "system") return { actorKind: "system", actorId: null };
  return { actorKind: actor.kind, actorId: actor.kind === "member" ? actor.memberId : actor.id };
}
