import { findIcon } from "@/db/queries/icons";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentIconRecord } from "./present-icon";

/**
 * Reads one icon.
 * @throws AppError `forbidden`; `not_found` for an absent or foreign one
 */
export async function getIcon(context: ServiceContext, id: string) {
  authorize(context, "campaigns:read");
  const row = await findIcon(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentIconRecord(row);
}
