import { type Tx, transaction } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-entries";
import type { Scope } from "@/lib/contracts/scopes";
import { authorize } from "./authorize";
import type { Actor, ServiceContext } from "./context";
import { newId } from "./ids";

type Wire = Readonly<Record<string, unknown>>;

interface MutationSpec {
  scope: Scope;
  slug: string;
  action: "create" | "update" | "delete";
}

/** What a change leaves behind: the record before and after it, as readers see it, and the answer. */
interface Change<Result> {
  recordId: string;
  before: Wire | null;
  after: Wire | null;
  result: Result;
}

/**
 * Wraps everything that changes a record: authorizes, opens the transaction, and writes the audit entry in it, so that
 * no verb can forget. Inside, only `tx` is used.
 * @throws AppError `forbidden`, and whatever `change` throws; then nothing is written
 */
export function mutation<Input, Result>(
  spec: MutationSpec,
  change: (context: ServiceContext, tx: Tx, input: Input) => Promise<Change<Result>>,
): (context: ServiceContext, input: Input) => Promise<Result> {
  return async (context, input) => {
    authorize(context, spec.scope);
    return transaction(context.db, async (tx) => {
      const { recordId, before, after, result } = await change(context, tx, input);
      await insertAuditEntry(context.scope, tx, {
        id: newId(),
        ...actorColumns(context.actor),
        action: spec.action,
        slug: spec.slug,
        recordId,
        before,
        after,
        requestId: context.requestId,
        createdAt: context.now,
      });
      return result;
    });
  };
}

/** Who acts, in the columns of the audit trail. */
export function actorColumns(actor: Actor): { actorKind: string; actorId: string | null } {
  if (actor.kind === "system") return { actorKind: "system", actorId: null };
  return { actorKind: actor.kind, actorId: actor.kind === "member" ? actor.memberId : actor.id };
}
