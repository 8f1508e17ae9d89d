import { markWidgetSeen } from "@/db/queries/home";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

/**
 * Remembers that a member has seen the program's widget, so that the console's home may tick "embedded". Bookkeeping:
 * it changes no field that anybody reads, and leaves no audit entry.
 * @throws AppError `forbidden` for anybody but a member
 */
export async function noteFirstVisit({ actor, scope, db, now }: ServiceContext): Promise<void> {
  if (actor.kind !== "member") throw new AppError("forbidden", { detail: "The widget is for members." });
  await markWidgetSeen(scope, db, now);
}
