import { findOwnProgram } from "@/db/queries/program-settings";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentProgram } from "./present-program";

/**
 * Reads the settings of the program.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getProgram(context: ServiceContext) {
  authorize(context, "campaigns:read");
  const row = await findOwnProgram(context.scope, context.db);
  if (!row) throw new AppError("not_found");
  return presentProgram(row);
}
