import { celebrateRewards as markCelebrated } from "@/db/queries/widget";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

/**
 * Takes a member's new rewards for celebration, of which each is celebrated once, ever: answers with those that this
 * call is the first to take. It is bookkeeping of the widget and changes no field that anybody reads, so that it leaves
 * no audit entry.
 * @throws AppError `forbidden` for anybody but a member
 */
export async function celebrateRewards(context: ServiceContext, ids: string[]): Promise<string[]> {
  const { actor, scope, db, now } = context;
  if (actor.kind !== "member") throw new AppError("forbidden", { detail: "The widget is for members." });
  return actor.memberId === null ? [] : markCelebrated(scope, db, actor.memberId, ids, now);
}
