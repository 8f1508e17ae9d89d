import { revokeKey } from "@/db/queries/api-keys";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentApiKey } from "./present-api-key";

/**
 * Revokes a key at once and for good.
 * @throws AppError `forbidden`; `not_found` when no key of this id is in force
 */
export const revokeApiKey = mutation(
  { scope: "keys:write", slug: "api_key", action: "delete" },
  async (context, tx, id: string) => {
    const row = await revokeKey(context.scope, tx, id, context.now);
    if (!row) throw new AppError("not_found");
    return { recordId: id, before: presentApiKey(row), after: null, result: undefined };
  },
);
