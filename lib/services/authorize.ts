import type { ConsoleScope } from "@/lib/contracts/scopes";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "./context";

/** Who may change campaigns may change their texts. */
const INCLUDED_IN: Partial<Record<ConsoleScope, ConsoleScope>> = { "texts:write": "campaigns:write" };

/**
 * Lets the caller pass when it holds the scope.
 * @throws AppError `forbidden` for a key or user without it, and for members, who have no scopes
 */
export function authorize({ actor }: ServiceContext, scope: ConsoleScope): void {
  if (actor.kind === "system") return;
  if (actor.kind === "member") throw new AppError("forbidden", { detail: "A member's token cannot do this." });
  const held: readonly ConsoleScope[] = actor.scopes;
  if (!held.includes(scope) && !held.includes(INCLUDED_IN[scope] ?? scope))
    throw new AppError("forbidden", { detail: `This needs the scope ${scope}.` });
}

/** Whose rows a reader sees: all (null) with the scope; a member only the member's own. `nobody` has none yet. */
export type Viewer = { everyone: true } | { everyone: false; memberId: string | null };

/** As `authorize`, but members may read: what is theirs, or what is public to them. */
export function authorizeReader(context: ServiceContext, scope: ConsoleScope): Viewer {
  if (context.actor.kind === "member") return { everyone: false, memberId: context.actor.memberId };
  authorize(context, scope);
  return { everyone: true };
}
