import type { Scope } from "@/lib/contracts/scopes";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "./context";

/**
 * Lets the caller pass when it holds the scope.
 * @throws AppError `forbidden` for a key or user without it, and for members, who have no scopes
 */
export function authorize({ actor }: ServiceContext, scope: Scope): void {
  if (actor.kind === "system") return;
  if (actor.kind === "member") throw new AppError("forbidden", { detail: "A member's token cannot do this." });
  if (!actor.scopes.includes(scope)) throw new AppError("forbidden", { detail: `This needs the scope ${scope}.` });
}

/** Whose rows a reader sees: all (null) with the scope; a member only the member's own. `nobody` has none yet. */
export type Viewer = { everyone: true } | { everyone: false; memberId: string | null };

/** As `authorize`, but members may read: what is theirs, or what is public to them. */
export function authorizeReader(context: ServiceContext, scope: Scope): Viewer {
  if (context.actor.kind === "member") return { everyone: false, memberId: context.actor.memberId };
  authorize(context, scope);
  return { everyone: true };
}
