import type { Tx } from "@/db/client";
import { findMemberIds } from "@/db/queries/members";
import { AppError, type FieldError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

const MAX_ERRORS = 50;

export interface NamedMembers {
  memberIds: string[];
  externalIds: string[];
}

/**
 * The ids of the members that a request names, each once.
 * @throws AppError `invalid_request` that points at each one who is no member of the program (50 at most)
 */
export async function membersNamed(context: ServiceContext, tx: Tx, named: NamedMembers): Promise<string[]> {
  const found = await findMemberIds(context.scope, tx, named.memberIds, named.externalIds);
  const ids = new Set(found.map(({ id }) => id));
  const externalIds = new Set(found.map(({ externalId }) => externalId));
  const errors = [
    ...unknown("memberIds", named.memberIds, ids),
    ...unknown("externalIds", named.externalIds, externalIds),
  ];
  if (errors.length === 0) return [...ids].sort();
  throw new AppError("invalid_request", {
    detail: `${errors.length} of the members named are no members of this program.`,
    errors: errors.slice(0, MAX_ERRORS),
  });
}

function unknown(field: string, values: string[], known: Set<string>): FieldError[] {
  return values.flatMap((value, position) =>
    known.has(value)
      ? []
      : [{ pointer: `/${field}/${position}`, code: "not_found", message: "names no member of this program" }],
  );
}
